namespace Holdfast.Build.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reader_NeverSeesHalfAFile()
    {
        var path = _folder["zk.yaml"];
        byte[][] versions = [Enumerable.Repeat((byte)'a', 200_000).ToArray(), Enumerable.Repeat((byte)'b', 100_000).ToArray()];
        AtomicFile.Write(path, versions[0]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Task.Run(Read, CancellationToken.None);

        for (var round = 0; round < 200; round++)
        {
            AtomicFile.Write(path, versions[round % 2]);
        }

        await stop.CancelAsync();
        await reading;
        Assert.Equal([path], Directory.GetFiles(_folder.Path));

        void Read()
        {
            while (!stop.IsCancellationRequested)
            {
                var seen = File.ReadAllBytes(path);
                Assert.Contains(versions, v => v.AsSpan().SequenceEqual(seen));
            }
        }
    }

    [Fact]
    public void Failure_LeavesNothingBehind()
    {
        Directory.CreateDirectory(_folder["zk.yaml"]);

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder["zk.yaml"], [1]));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
