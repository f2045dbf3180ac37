using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>
/// One rule over the object model, for all readers. A subclass, with its descriptor in the same file, is all that a new rule needs, apart from
/// its page and its line in the release table: <see cref="RuleCatalog"/> finds it. The descriptors of one folder are fields of one class, which takes
/// one method to make them, and not two for each rule.
/// </summary>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    /// <summary>Id, severity and texts.</summary>
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Whether it compares what several declarations make, so that it has to wait until all of them are read.</summary>
    public virtual bool LooksAcross => false;

    /// <summary>Whether it looks at one value after the other, so that it can judge a part of an object of which nothing else is known.</summary>
    public virtual bool JudgesParts => false;

    /// <summary>What it goes through: without one of these it finds nothing.</summary>
    public virtual RuleSubject Subject => RuleSubject.Any;

    /// <summary>The argument of an attribute that fixes what it reports; null where another fix does, or none. See <see cref="Fixes"/>.</summary>
    public virtual ArgumentChange? ArgumentFix => null;

    /// <summary>Looks at all objects and reports.</summary>
    public abstract void Check(ManifestSet manifests, RuleContext context);
}
