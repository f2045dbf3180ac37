using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reads what the members of a container's type declare: ports, claims, Services and peer lists, in source order.</summary>
internal static class MembersReader
{
    public static ContainerDeclaration Read(
        ContainerDeclaration container,
        INamedTypeSymbol type,
        Declared<string> appName,
        WorkloadKind kind,
        ReadContext context)
    {
        var members = new List<MemberDeclaration>();
        var refused = new List<RefusedMemberDeclaration>();
        List<ConfigFileDeclaration> files = [.. container.ConfigFiles];
        MissingMembers.ReportWithoutAttribute(type, context);
        ConfigTextReader.ReportNoConstants(type, context);
        foreach (DeclaredMember property in DeclaredMembers.Of(type, context))
        {
            if (property.Symbol is IFieldSymbol)
            {
                files.AddRange(ConfigTextReader.ReadConstant(property, context));
                continue;
            }

            ProjectedSourceReader.ReportWithoutVolume(property, context);
            bool isRead = false;
            RouteReader.ReportAlone(property, context);
            foreach ((string name, AttributeArguments arguments) in DeclaredAttributes.Of(property, context))
            {
                if (name == AttributeNames.ConfigFile
                    && ConfigTextReader.ReadMember(property, arguments, context) is { } file)
                {
                    files.Add(file);
                }

                // One member is one thing; a second attribute would implement it twice.
                if (isRead || MemberKinds.Of(name) is not { } memberKind)
                {
                    continue;
                }

                isRead = true;
                var reading = new MemberReading(memberKind, property, arguments, container, appName, context);
                if (memberKind.RefusedBy(kind) is { } refusal)
                {
                    KindRefusals.Report(name, refusal, kind, arguments.Location, AppReader.AppOf(property.Owner).Name, context);
                    refused.Add(new RefusedMemberDeclaration(reading.ReadShape(), memberKind.PropertyType, AttributeNames.Written(name), refusal.For));
                }
                else
                {
                    members.Add(MemberReaders.Read(reading));
                }
            }
        }

        return container with
        {
            Members = members.ToEquatableArray(),
            ConfigFiles = files.ToEquatableArray(),
            RefusedMembers = refused.ToEquatableArray(),
        };
    }
}
