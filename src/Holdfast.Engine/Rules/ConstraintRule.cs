using Holdfast.Engine.Constraints;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules;

/// <summary>
/// A rule that reports what <see cref="ConstraintWalk"/> finds under its id. Its message is "{0}, so {1}; {2}": what is wrong, what
/// happens, what to do.
/// </summary>
internal abstract class ConstraintRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public const string Message = "{0}, so {1}; {2}";

    public sealed override bool JudgesParts => true;

    public sealed override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ConstraintFinding finding in ConstraintFindings.In(manifests))
        {
            if (finding.Id == Descriptor.Id && Counts(finding, manifests))
            {
                context.Report(this, finding.Location, new RuleFinding(finding.Problem, finding.Consequence, finding.Advice)
                {
                    Severity = finding.Severity,
                    Properties = FixProperties.Replace(finding.Replacement),
                });
            }
        }

        CheckFurther(manifests, context);
    }

    /// <summary>Whether a finding is reported here; another rule may report it better.</summary>
    protected virtual bool Counts(ConstraintFinding finding, ManifestSet manifests) => true;

    /// <summary>What needs more than one place, which no row can say.</summary>
    protected virtual void CheckFurther(ManifestSet manifests, RuleContext context)
    {
    }
}
