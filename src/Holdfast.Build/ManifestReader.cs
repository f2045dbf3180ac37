using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Holdfast.Build;

/// <summary>
/// Finds the manifests in a compiled assembly. Only metadata is read: nothing is loaded and nothing of the user's runs, so
/// the target framework and the missing dependencies of the assembly do not matter.
/// </summary>
internal static class ManifestReader
{
    private const string AttributeNamespace = "Holdfast";
    private const string AttributeName = "GeneratedManifestAttribute";

    // The generator nests its constants in a class of this name; the user knows the type around it.
    private const string ManifestsClass = "Manifests";

    /// <summary>Reads the assembly at <paramref name="path"/>; a problem and <see langword="null"/> where that fails.</summary>
    public static AssemblyManifests? Read(string path, ICollection<Problem> problems)
    {
        try
        {
            // Shared for everything: a virus scanner or an IDE that holds the file must not fail the build.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var image = new PEReader(stream, PEStreamOptions.PrefetchMetadata);
            if (!image.HasMetadata)
            {
                problems.Add(Problems.NotAnAssembly(path, "it holds no .NET metadata"));
                return null;
            }

            return Read(image.GetMetadataReader(), problems);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            problems.Add(Problems.NotAnAssembly(path, error.Message));
            return null;
        }
    }

    private static AssemblyManifests Read(MetadataReader reader, ICollection<Problem> problems)
    {
        var assembly = reader.IsAssembly
            ? reader.GetString(reader.GetAssemblyDefinition().Name)
            : Path.GetFileNameWithoutExtension(reader.GetString(reader.GetModuleDefinition().Name));

        var manifests = new List<Manifest>();
        var prerequisites = new List<string>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Parent.Kind == HandleKind.FieldDefinition && Is(AttributeName, reader, attribute))
            {
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)attribute.Parent);
                var type = DeclaringType(reader, field);
                var (fileName, lines, rank) = Arguments(reader, attribute);
                if (fileName is not null && Text(reader, field) is { } text)
                {
                    manifests.Add(new Manifest(fileName, text, type, assembly, rank));
                    if (lines is not null)
                    {
                        prerequisites.Add(lines);
                    }
                }
                else
                {
                    problems.Add(Problems.NotAConstant(type, reader.GetString(field.Name)));
                }
            }
        }

        return new AssemblyManifests(assembly, manifests) { Prerequisites = prerequisites };
    }

    private static bool Is(string name, MetadataReader reader, CustomAttribute attribute)
    {
        switch (attribute.Constructor.Kind)
        {
            case HandleKind.MemberReference:
                var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
                if (parent.Kind != HandleKind.TypeReference)
                {
                    return false;
                }

                var reference = reader.GetTypeReference((TypeReferenceHandle)parent);
                return Is(name, reader, reference.Namespace, reference.Name);

            case HandleKind.MethodDefinition:
                var declaring = reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
                var definition = reader.GetTypeDefinition(declaring);
                return Is(name, reader, definition.Namespace, definition.Name);

            default:
                return false;
        }
    }

    private static bool Is(string expected, MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        reader.StringComparer.Equals(name, expected) && reader.StringComparer.Equals(@namespace, AttributeNamespace);

    // ECMA-335 II.23.3: a prologue of 1, then the constructor's arguments; a string is a length and UTF-8, or null.
    private static (string? FileName, string? Prerequisites, int? Rank) Arguments(MetadataReader reader, CustomAttribute attribute)
    {
        var value = reader.GetBlobReader(attribute.Value);
        if (value.ReadUInt16() != 1)
        {
            return default;
        }

        var name = value.ReadSerializedString();
        return SecondParameter(reader, attribute) switch
        {
            SignatureTypeCode.String => (name, value.ReadSerializedString(), null),
            SignatureTypeCode.Int32 => (name, null, value.ReadInt32()),
            _ => (name, null, null),
        };
    }

    // ECMA-335 II.23.2.1: the kind of method, the number of parameters, the returned type, which is void, and the parameters; the first is the file's name.
    private static SignatureTypeCode SecondParameter(MetadataReader reader, CustomAttribute attribute)
    {
        var signature = reader.GetBlobReader(attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Signature
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).Signature);
        signature.ReadSignatureHeader();
        if (signature.ReadCompressedInteger() < 2)
        {
            return SignatureTypeCode.Invalid;
        }

        signature.ReadSignatureTypeCode();
        signature.ReadSignatureTypeCode();
        return signature.ReadSignatureTypeCode();
    }

    private static string? Text(MetadataReader reader, FieldDefinition field)
    {
        var handle = field.GetDefaultValue();
        if (handle.IsNil)
        {
            return null;
        }

        var constant = reader.GetConstant(handle);
        return constant.TypeCode == ConstantTypeCode.String
            ? (string?)reader.GetBlobReader(constant.Value).ReadConstant(ConstantTypeCode.String)
            : null;
    }

    private static string DeclaringType(MetadataReader reader, FieldDefinition field)
    {
        var handle = field.GetDeclaringType();
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return FullName(reader, !outer.IsNil && reader.StringComparer.Equals(type.Name, ManifestsClass) ? outer : handle);
    }

    private static string FullName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var name = "";

        // Counted, since damaged metadata can nest a type in itself.
        for (var depth = 0; !handle.IsNil && depth < 100; depth++)
        {
            var type = reader.GetTypeDefinition(handle);
            name = name.Length == 0 ? reader.GetString(type.Name) : $"{reader.GetString(type.Name)}.{name}";
            if (!type.Namespace.IsNil)
            {
                name = $"{reader.GetString(type.Namespace)}.{name}";
            }

            handle = type.GetDeclaringType();
        }

        return name;
    }

    // What the file system and the metadata reader throw at a file that is missing, locked, cut off or no assembly at all.
    private static bool IsUnreadable(Exception error) => error
        is IOException
        or UnauthorizedAccessException
        or BadImageFormatException
        or InvalidOperationException
        or ArgumentException
        or OverflowException
        or InvalidCastException
        or NotSupportedException;
}
