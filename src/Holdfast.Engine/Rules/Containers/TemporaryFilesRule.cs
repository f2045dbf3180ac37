using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor TemporaryFilesRule = new(
        id: "HF6018",
        title: ".NET has no directory for temporary files",
        messageFormat: "'{0}' runs .NET on a read-only root file system without a volume at '/tmp', so {1}; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6018"));
}

/// <summary>HF6018: .NET on a file system that it cannot write to.</summary>
internal sealed class TemporaryFilesRule() : PodOwnerRule(RuleDescriptors.TemporaryFilesRule)
{
    private const string Temporary = "/tmp";

    /// <summary>The switch of the debugger and the profilers, whose files are the first that .NET makes; in the forms of all versions.</summary>
    private static readonly string[] Switches = ["DOTNET_EnableDiagnostics", "COMPlus_EnableDiagnostics"];

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            ManifestNode? isReadOnly = container.At("securityContext", "readOnlyRootFilesystem");
            if (!isReadOnly.IsTrue() || !RunsDotNet(container, out bool needsFiles) || MayWrite(container))
            {
                continue;
            }

            context.Report(this, isReadOnly!.Location, new RuleFinding(
                container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                needsFiles ? "it does not start (Failed to create CoreCLR)" : "diagnostic tools cannot attach, and uploads that ASP.NET Core buffers in files fail",
                needsFiles
                    ? Phrase.Of($"mount a volume (`Volume.emptyDir`) there, or set DOTNET_EnableDiagnostics to 0")
                    : Phrase.Of($"mount a volume (`Volume.emptyDir`) there, or set DOTNET_EnableDiagnostics to 0 if it writes no files"))
            {
                Severity = needsFiles ? DiagnosticSeverity.Warning : null,
            });
        }
    }

    /// <param name="container">The container.</param>
    /// <param name="needsFiles">Whether it is known not to start without them.</param>
    private static bool RunsDotNet(MappingNode container, out bool needsFiles)
    {
        KnownImage? image = KnownImage.Of(container);
        needsFiles = image?.NeedsTemporaryFiles == true;
        return image?.IsDotNet == true
            || container["command"] is SequenceNode { Items: [ScalarNode { Text: "dotnet" or "/usr/bin/dotnet" or "/usr/share/dotnet/dotnet" }, ..] }
            || container["env"].Mappings().Any(static variable => variable["name"].TryGetString(out string? name)
                && (name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("DOTNET_", StringComparison.Ordinal)));
    }

    private static bool MayWrite(MappingNode container) =>
        ContainerEnvironment.IsOpen(container)
        || ContainerEnvironment.Sets(container, "TMPDIR")
        || Switches.Any(name => ContainerEnvironment.Sets(container, name))
        || container["volumeMounts"] is UnknownNode
        || (container["volumeMounts"] is SequenceNode mounts && mounts.Items.Any(static mount =>
            mount is not MappingNode || !mount.At("mountPath").TryGetString(out string? path) || path.TrimEnd('/') == Temporary))
        || DeclaredText.OfContainer(container).Any(static text => text.Text.Contains("TMPDIR"));
}
