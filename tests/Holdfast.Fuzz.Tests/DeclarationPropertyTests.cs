using CsCheck;

namespace Holdfast.Fuzz.Tests;

/// <summary>
/// Whatever compiles without an error gives YAML that strict models accept, that is stable under reading and writing, and
/// whose names are those of the generated members; and the same bytes on each machine.
/// </summary>
[Trait("Category", "Fuzz")]
public class DeclarationPropertyTests
{
    [Fact]
    public async Task WhatCompilesIsRight()
    {
        int cases = FuzzSettings.Cases(25);
        await FuzzRun.RunAsync(nameof(WhatCompilesIsRight), cases, Declare, DeclarationCheck.RunAsync);
        TestContext.Current.TestOutputHelper?.WriteLine($"{DeclarationCheck.Accepted} declarations of {cases} compile, with {DeclarationCheck.Lines} attributes and members and {NameAgreement.Names} names.");

        // Else the test would say nothing. Random arguments contradict each other in about half of the declarations.
        Assert.True(DeclarationCheck.Accepted * 3 >= cases, $"Only {DeclarationCheck.Accepted} of {cases} declarations have no error.");
    }

    private static RandomDeclaration Declare(int index) =>
        RandomDeclaration.Any.Generate(new PCG(1, (ulong)(uint)FuzzSettings.RandomOf(index).Next()), null, out _);
}
