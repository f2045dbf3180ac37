//HintName: Other.g.cs
#error Snapshots are not compiled, é
