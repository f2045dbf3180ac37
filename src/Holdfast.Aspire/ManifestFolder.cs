#pragma warning disable ASPIREPIPELINES001, ASPIREPIPELINES004 // Steps are how Aspire 13 publishes; their API is marked as one that may change.

using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using Holdfast.Build;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Aspire;

/// <summary>Writes the manifests of all sets beside what Aspire publishes, as a build writes them beside the program.</summary>
internal static class ManifestFolder
{
    public const string StepName = "publish-holdfast-manifests";

    private const string Folder = "kubernetes";

    /// <summary>The step of the pipeline that writes the folder, before Aspire says that it has published.</summary>
    public static PipelineStep Step(string appHost, IReadOnlyList<(string FileName, string Text)> manifests)
    {
        var step = new PipelineStep
        {
            Name = StepName,
            Description = "Writes the manifests that Holdfast generates.",
            Action = context =>
            {
                string output = context.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();

                // The manifest of Aspire may be given as a file.
                if (output.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                {
                    output = Path.GetDirectoryName(output)!;
                }

                string folder = Path.Combine(output, Folder);
                Write(folder, appHost, manifests);
                context.Logger.LogInformation("Wrote {Count} manifests of Holdfast to {Folder}.", manifests.Count, folder);
                return Task.CompletedTask;
            },
        };
        step.RequiredBy(WellKnownPipelineSteps.Publish);
        step.RequiredBy("publish-manifest");
        return step;
    }

    /// <summary>Writes the files, the list last.</summary>
    public static void Write(string folder, string appHost, IReadOnlyList<(string FileName, string Text)> manifests)
    {
        if (manifests.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach ((string name, string text) in manifests)
        {
            File.WriteAllText(Path.Combine(folder, name), text, utf8);
        }

        File.WriteAllText(Path.Combine(folder, FileNames.Kustomization), Kustomization.Text(appHost, manifests.Select(manifest => manifest.FileName)), utf8);
    }
}
