using System.Composition;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes;

/// <summary>Uses a claim template in one way, where it says two: as a raw device or as a file system.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VolumeUseCodeFix))]
[Shared]
public sealed class VolumeUseCodeFix() : DiagnosticCodeFix(Fixes.UseVolumeAsMounted)
{
    private static readonly string[] OfDevices = ["DevicePath"];

    private static readonly string[] OfFiles = ["MountPath", "SubPath", "ReadOnly"];

    private protected override Task OfferAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (DiagnosticSyntax.At(root, diagnostic.Location) is { } attribute
            && AttributeSyntaxNames.Is(attribute, AttributeNames.VolumeClaim)
            && AttributeSyntaxNames.Find(attribute, OfDevices[0]) is { } device
            && AttributeSyntaxNames.Find(attribute, OfFiles[0]) is { } files)
        {
            Offer(context, diagnostic, $"Use the raw device at {device.Expression}", nameof(VolumeUseCodeFix) + OfDevices[0], root.ReplaceNode(attribute, Without(attribute, OfFiles)));
            Offer(context, diagnostic, $"Mount a file system at {files.Expression}", nameof(VolumeUseCodeFix) + OfFiles[0], root.ReplaceNode(attribute, Without(attribute, OfDevices)));
        }

        return Task.CompletedTask;
    }

    private static AttributeSyntax Without(AttributeSyntax attribute, string[] names)
    {
        foreach (string name in names)
        {
            if (AttributeSyntaxNames.Find(attribute, name) is { } argument)
            {
                attribute = attribute.WithArgumentList(AttributeSyntaxNames.Remove(attribute.ArgumentList!, argument));
            }
        }

        return attribute;
    }
}
