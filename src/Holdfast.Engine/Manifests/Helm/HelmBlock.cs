using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>From an action that opens a part to the one that ends it.</summary>
/// <param name="Open">The first of them.</param>
/// <param name="Elses">Those that begin what is there instead.</param>
/// <param name="End">The last.</param>
internal sealed record HelmBlock(HelmAction Open, IReadOnlyList<HelmAction> Elses, HelmAction End)
{
    public TextSpan Span => TextSpan.FromBounds(Open.Span.Start, End.Span.End);

    /// <summary>The texts of which at most one is there.</summary>
    public IEnumerable<TextSpan> Branches
    {
        get
        {
            int start = Open.Span.End;
            foreach (HelmAction next in Elses.Append(End))
            {
                yield return TextSpan.FromBounds(start, next.Span.Start);
                start = next.Span.End;
            }
        }
    }

    /// <summary>All of them, inner ones before those around them; null where one is not ended or nothing was opened.</summary>
    public static List<HelmBlock>? Of(IEnumerable<HelmAction> actions)
    {
        var blocks = new List<HelmBlock>();
        var open = new Stack<(HelmAction Open, List<HelmAction> Elses)>();
        foreach (HelmAction action in actions)
        {
            switch (action.Kind)
            {
                case HelmActionKind.Open or HelmActionKind.Define:
                    open.Push((action, []));
                    break;
                case HelmActionKind.Else or HelmActionKind.End when open.Count == 0:
                    return null;
                case HelmActionKind.Else:
                    open.Peek().Elses.Add(action);
                    break;
                case HelmActionKind.End:
                    (HelmAction first, List<HelmAction> elses) = open.Pop();
                    blocks.Add(new HelmBlock(first, elses, action));
                    break;
            }
        }

        return open.Count == 0 ? blocks : null;
    }
}
