using System.Globalization;
using Xunit.v3;

namespace Holdfast.Tests.Shared;

/// <summary>How Verify names a test's files.</summary>
internal static class SnapshotName
{
    /// <summary>What is in no file name on some system.</summary>
    private const string Invalid = "\"\\<>|:*?/";

    /// <summary><c>Class.Method_parameter=value</c> of the test that runs.</summary>
    public static string OfCurrentTest()
    {
        if (TestContext.Current is not { TestMethod: IXunitTestMethod method, Test: IXunitTest test })
        {
            throw new InvalidOperationException("A snapshot is taken in a test.");
        }

        IEnumerable<string> parameters = method.Parameters.Zip(
            test.TestMethodArguments, (parameter, value) => $"_{parameter.Name}={Format(value)}");
        return OfClass(method.TestClass.Class) + "." + method.MethodName + Sanitize(string.Concat(parameters));
    }

    public static string OfClass(Type type) =>
        type.DeclaringType is { } outer ? OfClass(outer) + "." + type.Name : type.Name;

    public static string Sanitize(string name) =>
        string.Concat(name.Select(c => char.IsControl(c) || Invalid.Contains(c) ? '-' : c));

    private static string Format(object? value) =>
        value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
