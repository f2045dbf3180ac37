using Holdfast.Tests.Shared;

namespace Holdfast.CodeFixes.Tests;

/// <summary>Fixes of HF4xxx: what was released is restored.</summary>
public class UpgradeCodeFixTests
{
    private const string Before = """
        using Holdfast;

        [StatefulApp("orders", Replicas = 5, OrdinalStart = 2)]
        [Container("orders:1.0")]
        [Quorum]
        public sealed partial class Orders
        {
            [VolumeClaim("20Gi", MountPath = "/data", StorageClass = "fast")]
            public static partial ClaimTemplate Data { get; }
        }
        """;

    private static readonly string Manifest = Released.Manifest(Before);

    [Theory]
    [InlineData("StatefulApp(\"orders\", Replicas = 5, OrdinalStart = 2)", "StatefulApp({|HF4002:\"order\"|}, Replicas = 5, OrdinalStart = 2)")]
    [InlineData("\"20Gi\"", "{|HF4003:\"10Gi\"|}")]
    [InlineData("\"20Gi\"", "{|HF4001:\"40Gi\"|}")]
    [InlineData("\"fast\"", "{|HF4001:\"slow\"|}")]
    [InlineData("Data { get; }", "{|HF4001:Storage|} { get; }", "Name = \"data\")]", "Storage { get; }")]
    public Task Values(string released, string changed, params string[] corrected)
    {
        string source = Before.Replace(released, changed, StringComparison.Ordinal);

        // A member that was renamed in C# keeps its new name there.
        string right = corrected is [var name, var member]
            ? Before.Replace("StorageClass = \"fast\")]", "StorageClass = \"fast\", " + name, StringComparison.Ordinal).Replace(released, member, StringComparison.Ordinal)
            : Before;
        return FixTest<ReplaceTextCodeFix>.VerifyAgainstAsync(Manifest, source, right);
    }

    [Fact]
    public Task Enums() => FixTest<ReplaceTextCodeFix>.VerifyAgainstAsync(
        Manifest,
        Before.Replace("StorageClass = \"fast\"", "StorageClass = \"fast\", AccessMode = {|HF4001:AccessMode.ReadWriteOncePod|}", StringComparison.Ordinal),
        Before.Replace("StorageClass = \"fast\"", "StorageClass = \"fast\", AccessMode = AccessMode.ReadWriteOnce", StringComparison.Ordinal));

    [Theory]
    [InlineData("Replicas = 5", "Replicas = {|HF4004:1|}", "Replicas = 5")]
    [InlineData("OrdinalStart = 2", "OrdinalStart = {|HF4008:10|}", "OrdinalStart = 2")]
    public Task Numbers(string released, string changed, string corrected) => FixTest<AttributeArgumentCodeFix>.VerifyAgainstAsync(
        Manifest,
        Before.Replace(released, changed, StringComparison.Ordinal),
        Before.Replace(released, corrected, StringComparison.Ordinal));

    [Fact]
    public Task AnArgumentThatIsGoneComesBack() => FixTest<AttributeArgumentCodeFix>.VerifyAgainstAsync(
        Manifest,
        Before.Replace("\"orders\", Replicas = 5, OrdinalStart = 2", "{|HF4008:\"orders\"|}, Replicas = 5", StringComparison.Ordinal),
        Before);

    /// <summary>The application's name is also that of its Service, and is not what has changed.</summary>
    [Fact]
    public Task NoNameIsPutInThePlaceOfAnother()
    {
        string shipped = Released.Manifest(Before.Replace("OrdinalStart = 2", "OrdinalStart = 2, ServiceName = \"peers\"", StringComparison.Ordinal));
        string source = Before.Replace("\"orders\", Rep", "{|HF4001:\"orders\"|}, Rep", StringComparison.Ordinal);
        return FixTest<ReplaceTextCodeFix>.VerifyAgainstAsync(shipped, source, source);
    }
}
