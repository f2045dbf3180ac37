using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>Puts a value into an object, each scalar in the style in which it is written.</summary>
internal static class ChangedObject
{
    /// <param name="text">The object.</param>
    /// <param name="path">The field, by its path; what leads to it is made where it is not there. A number is a place in a list.</param>
    /// <param name="value">The value in YAML; null takes the field out.</param>
    public static string Write(string text, string path, string? value)
    {
        YamlDocument document = Read(text);
        YamlNode node = document.RootNode;
        string[] steps = path.Split('.');
        for (int i = 0; i < steps.Length - 1; i++)
        {
            node = Get(node, steps[i]) ?? Set(node, steps[i], char.IsAsciiDigit(steps[i + 1][0]) ? new YamlSequenceNode() : new YamlMappingNode());
        }

        if (value is null)
        {
            Remove(node, steps[^1]);
        }
        else
        {
            Set(node, steps[^1], Read(value).RootNode);
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(document).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static YamlDocument Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? new YamlDocument(new YamlScalarNode("null") { Style = ScalarStyle.Plain }) : stream.Documents[0];
    }

    private static YamlNode? Get(YamlNode node, string step) => node switch
    {
        YamlMappingNode mapping => mapping.Children.TryGetValue(new YamlScalarNode(step), out YamlNode? found) ? found : null,
        YamlSequenceNode sequence => Index(step) is var index && index < sequence.Children.Count ? sequence.Children[index] : null,
        _ => null,
    };

    private static YamlNode Set(YamlNode node, string step, YamlNode value)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                mapping.Children[new YamlScalarNode(step)] = value;
                break;
            case YamlSequenceNode sequence when Index(step) < sequence.Children.Count:
                sequence.Children[Index(step)] = value;
                break;
            case YamlSequenceNode sequence:
                sequence.Add(value);
                break;
            default:
                throw new InvalidOperationException($"'{step}' stands in what is neither a mapping nor a list.");
        }

        return value;
    }

    private static void Remove(YamlNode node, string step)
    {
        bool isRemoved = node switch
        {
            YamlMappingNode mapping => mapping.Children.Remove(new YamlScalarNode(step)),
            YamlSequenceNode sequence => sequence.Children.Remove(sequence.Children[Index(step)]),
            _ => false,
        };
        if (!isRemoved)
        {
            throw new InvalidOperationException($"There is no '{step}' to take out.");
        }
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
