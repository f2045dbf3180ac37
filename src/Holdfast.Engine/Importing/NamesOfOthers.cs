using Holdfast.Engine.Declarations;

namespace Holdfast.Engine.Importing;

/// <summary>Names of replicas and Services in values become what makes them: peer lists and addresses.</summary>
internal static class NamesOfOthers
{
    public static AppDeclaration Apply(AppDeclaration app, ImportGroup group) => app;
}
