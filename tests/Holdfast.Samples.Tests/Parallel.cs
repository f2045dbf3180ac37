using Xunit.Sdk;
using Xunit.v3;

// Nearly all of these tests wait for processes, so more of them than there are processors run at once, also those of one class.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]
