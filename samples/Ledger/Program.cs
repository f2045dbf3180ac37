using Holdfast.Samples.Ledger;

await Member.RunAsync();
