using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DotNext.IO;
using DotNext.Net.Cluster.Consensus.Raft.StateMachine;

namespace Holdfast.Samples.Ledger;

/// <summary>What the log amounts to: the entries by id. Kept in memory; a snapshot on disk spares replaying the whole log.</summary>
internal sealed class LedgerState(DirectoryInfo snapshots, int entriesPerSnapshot = LedgerState.EntriesPerSnapshot) : SimpleStateMachine(snapshots)
{
    public const int EntriesPerSnapshot = 100;

    private ImmutableDictionary<string, Entry> _entries = ImmutableDictionary.Create<string, Entry>(StringComparer.Ordinal);

    /// <summary>The entries as they are now; the dictionary does not change afterwards.</summary>
    public ImmutableDictionary<string, Entry> Entries => Volatile.Read(ref _entries);

    protected override ValueTask<bool> ApplyAsync(LogEntry entry, CancellationToken token)
    {
        // A new leader's first entry is empty, and the library has its own entries.
        if (entry.IsConfiguration || !entry.TryGetPayload(out ReadOnlySequence<byte> payload) || payload.IsEmpty)
        {
            return ValueTask.FromResult(false);
        }

        var reader = new Utf8JsonReader(payload);
        Entry written = JsonSerializer.Deserialize<Entry>(ref reader)
            ?? throw new InvalidDataException($"The log's entry {entry.Index} is not an entry of the ledger.");
        if (!_entries.ContainsKey(written.Id))
        {
            // The first one counts: a client that tries again does not write twice, and what was written does not change.
            Volatile.Write(ref _entries, _entries.Add(written.Id, written));
        }

        return ValueTask.FromResult(entry.Index % entriesPerSnapshot == 0);
    }

    protected override ValueTask PersistAsync(IAsyncBinaryWriter writer, CancellationToken token) =>
        writer.Invoke(JsonSerializer.SerializeToUtf8Bytes(Entries.Values), token);

    protected override async ValueTask RestoreAsync(FileInfo snapshotFile, CancellationToken token)
    {
        await using FileStream file = snapshotFile.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Entry[] entries = await JsonSerializer.DeserializeAsync<Entry[]>(file, cancellationToken: token).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The snapshot {snapshotFile.Name} has no entries.");
        Volatile.Write(ref _entries, entries.ToImmutableDictionary(entry => entry.Id, StringComparer.Ordinal));
    }
}
