using System.Globalization;
using System.Text;
using CsCheck;
using Holdfast.Analyzers.Tests.Writing;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Yaml;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Reading;

public class YamlReaderProperties
{
    [Fact]
    public void WhatIsWritten_IsRead() => Trees.Mapping.Array[1, 3].Sample(
        documents =>
        {
            string yaml = YamlWriter.Write(documents);
            YamlReading reading = YamlReader.Read(yaml);
            Assert.Empty(reading.Problems);
            Assert.Equal(documents.Select(Trees.Normalize), reading.Documents);
        },
        iter: 5_000,
        print: documents => YamlWriter.Write(documents));

    [Fact]
    public void AnyText_GivesAnAnswer() => Gen.OneOf(
            NastyText.Any,
            NastyText.Any.Array[0, 6].Select(lines => string.Join('\n', lines)),
            Gen.Char["-?:,[]{}#&*!|>'\"%@ \t\n\rab1~<."].Array[0, 60].Select(characters => new string(characters)),
            Gen.Select(Trees.Mapping, Gen.Int[0, 400], Gen.Int[0, 400], NastyText.Any, Garble))
        .Sample(
            text =>
            {
                YamlReading reading = YamlReader.Read(text, span =>
                {
                    Assert.InRange(span.End, span.Start, text.Length);
                    return Location.Create("a.yaml", span, default);
                });
                Assert.True(reading.Documents.All(document => document.Location is not null));
            },
            iter: 50_000,
            print: text => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? $"{c}" : $"<{(int)c:X4}>")));

    /// <summary>A manifest with a piece taken out and another put in.</summary>
    private static string Garble(MappingNode document, int at, int length, string piece)
    {
        string text = YamlWriter.Write([document]);
        int start = Math.Min(at, text.Length);
        return text[..start] + piece + text[Math.Min(start + (length / 20), text.Length)..];
    }
}
