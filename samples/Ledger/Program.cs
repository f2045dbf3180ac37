using Holdfast.Samples.Ledger;

// The manifest starts members; without an argument this is the demonstration on one machine.
switch (args)
{
    case ["member"]:
        await Member.RunAsync();
        return 0;
    case []:
        return await Demonstration.RunAsync(Console.Out);
    default:
        Console.Error.WriteLine("Without an argument: three members on this machine. With \"member\": one of them.");
        return 2;
}
