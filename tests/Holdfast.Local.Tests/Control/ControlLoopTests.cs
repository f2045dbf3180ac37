using Holdfast.Local.Control;

namespace Holdfast.Local.Tests.Control;

/// <summary>What fails where nothing waits for it is told, so that waits need no time-out to see it.</summary>
public class ControlLoopTests
{
    [Fact]
    public async Task TheFirstFailureIsToldOnce_AndTheLoopGoesOn()
    {
        int told = 0;
        await using var loop = new ControlLoop(() => told++);

        loop.Post(() => throw new InvalidOperationException("first"));
        loop.Post(() => throw new InvalidOperationException("second"));

        Assert.Equal(7, await loop.DoAsync(() => 7));
        Assert.Equal("first", loop.Failure?.Message);
        Assert.Equal(1, told);
    }
}
