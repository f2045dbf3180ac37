using System.Runtime.InteropServices;
using Akka.Actor;
using Holdfast;
using Holdfast.Samples.AkkaCluster;

using ActorSystem system = Node.Start(PodIdentity.Current<Workers>());

// The kubelet asks with SIGTERM: the node leaves the cluster before it ends, so that the others need not miss it.
using PosixSignalRegistration asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
});
await system.WhenTerminated;
