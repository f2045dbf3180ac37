namespace Holdfast.Benchmarks.Sources;

/// <summary>
/// Code that declares nothing, of the kinds that analyzers look at: strings, calls, attributes, settings out of the environment,
/// collections, objects.
/// </summary>
internal static class CodeSources
{
    private const int ClassesInFile = 3;

    /// <summary>Lines of one file.</summary>
    public static int LinesInFile { get; } = File(0).Split('\n').Length;

    /// <summary>As many files as make so many lines.</summary>
    public static IEnumerable<string> Lines(int count) => Enumerable.Range(0, (count + LinesInFile - 1) / LinesInFile).Select(File);

    private static string File(int file) => $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop.Area{{file % 25}};

        {{string.Join("\n\n", Enumerable.Range(0, ClassesInFile).Select(part => Class((file * ClassesInFile) + part)))}}

        """;

    private static string Class(int number) => $$"""
        /// <summary>Settings of the client of warehouse {{number}}.</summary>
        public sealed class WarehouseOptions{{number}}
        {
            [JsonPropertyName("address")]
            [Description("Where the warehouse answers.")]
            public string Address { get; set; } = "https://warehouse-{{number}}.example.org/api/v1";

            [JsonPropertyName("timeout")]
            [DefaultValue(30)]
            public int TimeoutSeconds { get; set; } = 30;

            [JsonPropertyName("headers")]
            public Dictionary<string, string> Headers { get; set; } = new()
            {
                ["User-Agent"] = "shop/{{number}}",
                ["Accept"] = "application/json",
                ["X-Region"] = "eu-west-1",
            };

            public static WarehouseOptions{{number}} FromEnvironment() => new()
            {
                Address = Environment.GetEnvironmentVariable("WAREHOUSE_{{number}}_ADDRESS") ?? "http://localhost:8080",
                TimeoutSeconds = int.TryParse(Environment.GetEnvironmentVariable("WAREHOUSE_TIMEOUT"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : 30,
            };
        }

        /// <summary>Asks warehouse {{number}} what it has.</summary>
        public sealed class WarehouseClient{{number}} : IDisposable
        {
            private static readonly string[] Kinds = ["box", "pallet", "container", "parcel-{{number}}"];
            private readonly HttpClient _http;
            private readonly WarehouseOptions{{number}} _options;
            private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

            public WarehouseClient{{number}}(WarehouseOptions{{number}} options, HttpClient? http = null)
            {
                _options = options ?? throw new ArgumentNullException(nameof(options));
                _http = http ?? new HttpClient { BaseAddress = new Uri(options.Address), Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
                foreach (KeyValuePair<string, string> header in options.Headers)
                {
                    _http.DefaultRequestHeaders.TryAddWithoutValidation(header.Key, header.Value);
                }
            }

            public async Task<IReadOnlyList<string>> FindAsync(string text, CancellationToken cancellationToken = default)
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    throw new ArgumentException("There is nothing to look for.", nameof(text));
                }

                string query = $"items?text={Uri.EscapeDataString(text)}&limit={Kinds.Length * {{number}} + 10}";
                string answer = await _http.GetStringAsync(query, cancellationToken).ConfigureAwait(false);
                List<string> found = answer.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static part => part.Trim())
                    .Where(part => part.StartsWith("item-", StringComparison.Ordinal) && !_known.ContainsKey(part))
                    .OrderBy(static part => part, StringComparer.Ordinal)
                    .ToList();
                for (int i = 0; i < found.Count; i++)
                {
                    _known[found[i]] = i;
                }

                return found;
            }

            public string Describe(string kind, int amount)
            {
                string unit = kind switch
                {
                    "box" => "boxes",
                    "pallet" => "pallets",
                    "container" => "containers",
                    _ => "things",
                };
                if (amount < 0 || kind == "parcel-{{number}}")
                {
                    Console.WriteLine("warehouse {{number}}: nothing to say about " + kind);
                    return string.Empty;
                }

                return string.Format(CultureInfo.InvariantCulture, "{0} {1} at {2}", amount, unit, _options.Address);
            }

            public int Count(IEnumerable<int> amounts)
            {
                int total = {{number}};
                int most = int.MinValue;
                foreach (int amount in amounts)
                {
                    total += amount % 7 == 0 ? amount / 7 : amount;
                    most = Math.Max(most, amount);
                    if (total > 1_000_000)
                    {
                        break;
                    }
                }

                return total - most;
            }

            public void Dispose() => _http.Dispose();
        }
        """;
}
