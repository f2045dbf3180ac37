using Holdfast;

namespace Holdfast.Samples.Mistakes;

// What every application of this shop should have. The declarations of the other files take it over, so that each shows its one mistake.

[DisruptionBudget(MaxUnavailable = 1)]
public interface IHasBudget;

[ReadinessProbe(Command = new[] { "/bin/ready" })]
public interface ISaysWhenReady;

[Resources(CpuRequest = "500m", MemoryRequest = "512Mi")]
public interface IAsksForWhatItNeeds;

[SecurityContext(ReadOnlyRootFilesystem = true)]
public interface IWritesToVolumesOnly;

public interface IOfTheShop : IHasBudget, ISaysWhenReady, IAsksForWhatItNeeds, IWritesToVolumesOnly;
