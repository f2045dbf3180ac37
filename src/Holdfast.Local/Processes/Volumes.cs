using System.Collections.Immutable;
using System.Text;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;

namespace Holdfast.Local.Processes;

/// <summary>The folders of a cluster: one for each claim, and one for each pod's other volumes.</summary>
internal sealed class Volumes(string root)
{
    public string ClaimsFolder(string @namespace) => Path.Combine(root, @namespace, "claims");

    public string ClaimFolder(string @namespace, string claim) => Path.Combine(ClaimsFolder(@namespace), claim);

    public string PodFolder(string @namespace, string pod) => Path.Combine(root, @namespace, "pods", pod);

    /// <summary>Where members read what their StatefulSet is now.</summary>
    public string SetFile(string @namespace, string set) => Path.Combine(root, @namespace, "sets", set + ".json");

    /// <summary>Lets members read it; one that reads at this moment reads the old text or the new one.</summary>
    public void WriteSet(string @namespace, string set, string text)
    {
        string file = SetFile(@namespace, set);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string next = file + ".next";
        File.WriteAllText(next, text);
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                File.Move(next, file, overwrite: true);
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < 20)
            {
                // On Windows a file that is just read cannot be replaced.
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>The claims that are there.</summary>
    public IReadOnlyCollection<string> Claims(string @namespace) =>
        Directory.Exists(ClaimsFolder(@namespace)) ? [.. Directory.EnumerateDirectories(ClaimsFolder(@namespace)).Select(folder => Path.GetFileName(folder))] : [];

    /// <summary>Makes the folder of a claim, and sees that it can be written to.</summary>
    public string CreateClaim(string @namespace, string claim)
    {
        string folder = ClaimFolder(@namespace, claim);
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".holdfast-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalClusterException(
                $"The folder of claim {claim} cannot be written to: {exception.Message} A member without its volume would lose what it writes, so it is not started. "
                + $"Give this user rights on {folder}, or set {nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.Directory)} to another folder.",
                exception);
        }
    }

    public void DeleteClaim(string @namespace, string claim) => Delete(ClaimFolder(@namespace, claim));

    public void DeletePod(string @namespace, string pod) => Delete(PodFolder(@namespace, pod));

    /// <summary>The folders of a pod's volumes by name, with their files.</summary>
    public ImmutableDictionary<string, string> Create(AppSpec spec, Endpoint pod, Func<string, string> claimOf, PodValues values)
    {
        string @namespace = pod.Namespace;
        ImmutableDictionary<string, string>.Builder folders = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string template in spec.ClaimTemplates)
        {
            folders[template] = CreateClaim(@namespace, claimOf(template));
        }

        foreach (VolumeSpec volume in spec.Volumes.Where(volume => !folders.ContainsKey(volume.Name)))
        {
            string folder = volume.Kind switch
            {
                "hostPath" => volume.Object,
                "persistentVolumeClaim" => CreateClaim(@namespace, volume.Object),
                _ => Path.Combine(PodFolder(@namespace, pod.Pod), volume.Name),
            };
            Directory.CreateDirectory(folder);
            foreach (FilesSpec files in volume.Files)
            {
                Write(folder, files, values);
            }

            folders[volume.Name] = folder;
        }

        return folders.ToImmutable();
    }

    private static void Write(string folder, FilesSpec files, PodValues values)
    {
        IEnumerable<(string Path, byte[] Bytes)> found = files.Kind == "DownwardAPI"
            ? files.Items.Select(item => (item.Path, Encoding.UTF8.GetBytes(values.Field(item.Key))))
            : values.Files(files.Kind, files.Name, files.Optional) is not { } all ? []
            : files.Items.IsEmpty ? all.Select(pair => (pair.Key, pair.Value))
            : files.Items.Where(item => all.ContainsKey(item.Key) || !files.Optional).Select(item => (item.Path, values.File(files.Kind, files.Name, item.Key)));
        foreach ((string path, byte[] bytes) in found)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    private static void Delete(string folder)
    {
        // On Windows a folder stays as long as a process that is just ending has a file in it.
        for (int attempt = 0; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < 20)
            {
                Thread.Sleep(50);
            }
        }
    }
}
