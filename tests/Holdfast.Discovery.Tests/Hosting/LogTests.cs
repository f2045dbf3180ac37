using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery.Tests.Hosting;

/// <summary>What is logged.</summary>
public class LogTests
{
    /// <summary>Filters and alerts tell messages apart by their numbers.</summary>
    [Fact]
    public void EachMessageHasItsNumber()
    {
        int[] numbers = [.. typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => message.EventId)];
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Distinct().Order(), numbers.Order());
    }
}
