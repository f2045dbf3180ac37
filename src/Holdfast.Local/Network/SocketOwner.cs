using System.Globalization;
using System.Net;

namespace Holdfast.Local.Network;

/// <summary>Which process has opened a connection of this machine. Known on Linux alone, from <c>/proc</c>.</summary>
internal static class SocketOwner
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>The process of those that has opened a connection; null where none of them has.</summary>
    /// <param name="client">The end of who has opened it.</param>
    /// <param name="server">The end of who has accepted it.</param>
    /// <param name="processes">The processes that may have opened it.</param>
    public static int? Find(IPEndPoint client, IPEndPoint server, IEnumerable<int> processes)
    {
        if (Inode(client, server) is not { } inode)
        {
            return null;
        }

        string socket = $"socket:[{inode}]";
        return processes.Cast<int?>().FirstOrDefault(process => Sockets(process!.Value).Contains(socket));
    }

    private static string? Inode(IPEndPoint client, IPEndPoint server)
    {
        foreach (string table in Tables.Where(File.Exists))
        {
            bool mapped = table.EndsWith('6');
            (string local, string remote) = (Text(client, mapped), Text(server, mapped));
            foreach (string line in File.ReadLines(table).Skip(1))
            {
                string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 9 && fields[1] == local && fields[2] == remote && fields[9] != "0")
                {
                    return fields[9];
                }
            }
        }

        return null;
    }

    /// <summary>An address as the table has it: words of 32 bits in the machine's order. Sockets for both families have addresses of IPv6.</summary>
    private static string Text(IPEndPoint endPoint, bool mapped)
    {
        uint word = BitConverter.ToUInt32(endPoint.Address.MapToIPv4().GetAddressBytes());
        string prefix = mapped ? $"0000000000000000{(BitConverter.IsLittleEndian ? "FFFF0000" : "0000FFFF")}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{word:X8}:{endPoint.Port:X4}");
    }

    private static IEnumerable<string> Sockets(int process)
    {
        FileSystemInfo[] files;
        try
        {
            files = new DirectoryInfo($"/proc/{process}/fd").GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        return files.Select(Target).OfType<string>();
    }

    private static string? Target(FileSystemInfo file)
    {
        try
        {
            return file.LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
