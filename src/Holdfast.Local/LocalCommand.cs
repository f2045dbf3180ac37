using System.Collections.Immutable;
using Holdfast.Local.Processes;

namespace Holdfast.Local;

/// <summary>
/// What runs on this machine in place of a container: a program with its arguments. The manifest's <c>args</c> are added after them, as
/// they are added to an image's entry point. Immutable.
/// </summary>
public sealed record LocalCommand
{
    private readonly ImmutableArray<string> _arguments;
    private readonly ImmutableDictionary<string, string?> _environment = ImmutableDictionary<string, string?>.Empty;

    /// <summary>A program.</summary>
    /// <param name="fileName">The program: a path, or a name that is looked for in <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments, before those of the manifest.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    public LocalCommand(string fileName, params string[] arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentNullException.ThrowIfNull(arguments);
        FileName = fileName;
        _arguments = [.. arguments];
    }

    /// <summary>The program.</summary>
    public string FileName { get; }

    /// <summary>Its arguments, before those of the manifest.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>
    /// Environment variables that are set after those of the manifest; <see langword="null"/> takes a variable away. The dictionary is copied.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get => _environment;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Environment));
            _environment = value.ToImmutableDictionary();
        }
    }

    /// <summary>The folder that the program starts in; left out, the current one.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>A .NET program, run by <c>dotnet</c> in its folder, as in an image: so it finds its <c>appsettings.json</c>.</summary>
    /// <param name="assembly">The path of its <c>.dll</c>.</param>
    /// <param name="arguments">Its arguments, before those of the manifest.</param>
    /// <returns>The command.</returns>
    /// <exception cref="ArgumentException"><paramref name="assembly"/> is empty.</exception>
    public static LocalCommand Dotnet(string assembly, params string[] arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(assembly);
        string path = Path.GetFullPath(assembly);
        return new LocalCommand("dotnet", [path, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(path) };
    }

    /// <summary>The program whose project declares an application.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <returns>The command that runs its assembly.</returns>
    /// <exception cref="LocalClusterException">The assembly is a library, so there is nothing to run.</exception>
    public static LocalCommand Of<TApp>()
        where TApp : IStatefulApp => Of(typeof(TApp), nameof(LocalApp.Of));

    /// <summary>The program whose project declares a type.</summary>
    internal static LocalCommand Of(Type app, string method) => app.Assembly is { EntryPoint: not null, Location.Length: > 0 } assembly
        ? new LocalCommand("dotnet", [.. CopiedProgram.Arguments(assembly.Location), assembly.Location]) { WorkingDirectory = Path.GetDirectoryName(assembly.Location) }
        : throw new LocalClusterException(
            $"{app.Name} is declared in {app.Assembly.GetName().Name}, which is a library, so there is no program to run as its replicas. "
            + $"Name the program: {nameof(LocalApp)}.{method}<{app.Name}>({nameof(LocalCommand)}.{nameof(Dotnet)}(\"path/to/App.dll\")).");

    /// <summary>The same command with an environment variable.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value; <see langword="null"/> takes it away.</param>
    /// <returns>The command.</returns>
    public LocalCommand With(string name, string? value) => this with { Environment = _environment.SetItem(name, value) };

    /// <summary>Whether the two run the same program in the same way.</summary>
    /// <param name="other">The other command.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LocalCommand? other) =>
        other is not null
        && FileName == other.FileName
        && WorkingDirectory == other.WorkingDirectory
        && _arguments.SequenceEqual(other._arguments)
        && _environment.Count == other._environment.Count
        && _environment.All(variable => other._environment.TryGetValue(variable.Key, out string? value) && value == variable.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FileName, WorkingDirectory, _arguments.Length, _environment.Count);

    /// <summary>The program and its arguments.</summary>
    /// <returns>The program and its arguments.</returns>
    public override string ToString() => string.Join(' ', _arguments.Prepend(FileName));
}
