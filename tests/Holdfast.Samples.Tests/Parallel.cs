using Xunit.Sdk;
using Xunit.v3;

// Nearly all of these tests wait for processes, and a class has many of them, so those of one class do not wait for each other.
[assembly: Parallelization(Mode = ParallelMode.All)]
