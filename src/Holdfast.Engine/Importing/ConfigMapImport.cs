using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>ConfigMaps as entries with their texts in the type, so that one file is all there is.</summary>
internal static class ConfigMapImport
{
    public static IEnumerable<ConfigMapEntryDeclaration> Entries(IEnumerable<MappingNode> maps) =>
        from map in maps
        from entry in ((MappingNode)map["data"]!).Entries
        where entry.Value.TryGetString(out string? text) && text.IndexOf('\r') < 0
        select new ConfigMapEntryDeclaration(Said.Of(ImportGroup.NameOf(map)), Said.Of(entry.Key), default, Said.Text(entry.Value));
}
