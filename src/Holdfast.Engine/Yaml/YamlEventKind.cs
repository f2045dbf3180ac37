namespace Holdfast.Engine.Yaml;

/// <summary>What a parser of YAML comes across.</summary>
internal enum YamlEventKind
{
    DocumentStart,
    Scalar,
    Alias,
    MappingStart,
    SequenceStart,
    CollectionEnd,
}
