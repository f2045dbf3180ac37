using System.Text;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// The text that an expression makes: of literals, sums of them, interpolations and constants. What is not known while
/// compiling is a hole in it.
/// </summary>
internal sealed class ExpressionText
{
    /// <summary>The place of a character that is not written as it is.</summary>
    private const int Nowhere = -1;

    private readonly StringBuilder _text = new();

    /// <summary>Where each character stands, and where it ends.</summary>
    private readonly List<(int Start, int End)> _places = [];

    private readonly SemanticModel? _model;
    private readonly CancellationToken _cancellationToken;

    private ExpressionText(SemanticModel? model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public string Text => _text.ToString();

    /// <summary>The largest expression of text that a literal is a part of.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax literal)
    {
        ExpressionSyntax whole = literal;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole;
    }

    /// <summary>The first literal of an expression, which stands for all of it.</summary>
    public static ExpressionSyntax? FirstLiteral(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => FirstLiteral(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => FirstLiteral(sum.Left) ?? FirstLiteral(sum.Right),
        InterpolatedStringExpressionSyntax => expression,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } => expression,
        _ => null,
    };

    /// <param name="expression">The expression.</param>
    /// <param name="model">Tells the values of constants; without it, they are holes too.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static ExpressionText Of(ExpressionSyntax expression, SemanticModel? model, CancellationToken cancellationToken)
    {
        var text = new ExpressionText(model, cancellationToken);
        text.Add(expression);
        return text;
    }

    /// <summary>The place of a part; null where it is not written as one.</summary>
    public TextSpan? PlaceOf(int start, int length)
    {
        if (length == 0)
        {
            return start < _places.Count && _places[start].Start != Nowhere
                ? new TextSpan(_places[start].Start, 0)
                : start > 0 && _places[start - 1].End != Nowhere ? new TextSpan(_places[start - 1].End, 0) : null;
        }

        int from = _places[start].Start;
        int to = _places[start + length - 1].End;
        return from == Nowhere || to == Nowhere || to < from ? null : TextSpan.FromBounds(from, to);
    }

    private void Add(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                Add(sum.Left);
                Add(sum.Right);
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                AddLiteral(literal.Token);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated);
                break;
            default:
                AddValue(expression);
                break;
        }
    }

    private void AddLiteral(SyntaxToken token)
    {
        string value = token.ValueText;
        var positions = new List<int>(value.Length + 1);
        bool isPlaced = LiteralLocations.TryAdd(token, positions) && positions.Count == value.Length + 1;
        for (int i = 0; i < value.Length; i++)
        {
            Add(value[i], isPlaced ? positions[i] : Nowhere, isPlaced ? positions[i + 1] : Nowhere);
        }
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax { TextToken: var token }:
                    bool isPlaced = token.Text == token.ValueText;
                    for (int i = 0; i < token.ValueText.Length; i++)
                    {
                        Add(token.ValueText[i], isPlaced ? token.SpanStart + i : Nowhere, isPlaced ? token.SpanStart + i + 1 : Nowhere);
                    }

                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } interpolation:
                    AddValue(interpolation.Expression);
                    break;
                default:
                    Add(HostText.Hole, content.SpanStart, content.Span.End);
                    break;
            }
        }
    }

    /// <summary>A constant's value; else a hole, at the place of the whole interpolation where it is in one.</summary>
    private void AddValue(ExpressionSyntax expression)
    {
        SyntaxNode place = expression.Parent is InterpolationSyntax interpolation ? interpolation : expression;
        if (_model?.GetConstantValue(expression, _cancellationToken) is { HasValue: true, Value: string or char or int } constant)
        {
            string value = Convert.ToString(constant.Value, System.Globalization.CultureInfo.InvariantCulture);
            for (int i = 0; i < value.Length; i++)
            {
                // The first character begins where the expression does, the last one ends where it ends.
                Add(value[i], i == 0 ? place.SpanStart : Nowhere, i == value.Length - 1 ? place.Span.End : Nowhere);
            }
        }
        else
        {
            Add(HostText.Hole, place.SpanStart, place.Span.End);
        }
    }

    private void Add(char character, int start, int end)
    {
        _text.Append(character);
        _places.Add((start, end));
    }
}
