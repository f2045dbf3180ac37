namespace Holdfast.Benchmarks.Sources;

/// <summary>A thousand types, one a file: for each contender as its users write them, and of like size.</summary>
internal static class TypeSources
{
    public const int Count = 1000;

    /// <summary>The file that is edited where the edit is elsewhere: it declares nothing.</summary>
    public static string Elsewhere(int edit) => $$"""
        using System.Collections.Generic;

        namespace Shop;

        public static class Totals
        {
            public static int Of(IEnumerable<int> amounts)
            {
                int total = {{edit}};
                foreach (int amount in amounts)
                {
                    total += amount;
                }

                return total;
            }
        }
        """;

    /// <summary>A class of like size that Holdfast has nothing to do with.</summary>
    /// <param name="type">Which of the classes.</param>
    public static string Plain(int type) => $$"""
        namespace Shop;

        /// <summary>An application.</summary>
        public sealed partial class App{{type}}
        {
            public const int Replicas = 3;

            /// <summary>Where clients connect.</summary>
            public static string Client { get; } = "client-{{type}}";

            /// <summary>What is kept.</summary>
            public static string Data { get; } = "data-{{type}}";
        }
        """;

    /// <param name="type">Which of the types.</param>
    /// <param name="edit">A number in it that an edit changes.</param>
    public static string Holdfast(int type, int edit) => $$"""
        using Holdfast;

        namespace Shop.Area{{type % 20}};

        /// <summary>Takes orders.</summary>
        [StatefulApp("orders-{{type}}", Replicas = 3)]
        [Container("registry.example/orders:1.4.{{type}}")]
        [Resources(CpuRequest = "{{500 + edit}}m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
        [ReadinessProbe(HttpPath = "/ready", Port = nameof(Http))]
        [Env("LOG_LEVEL", "info")]
        public sealed partial class Orders{{type}}
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
            [PeerList(Env = "PEERS", Each = "{host}:{Http}")] public static partial string Peers { get; }
        }
        """;

    public static string Json(int type, int edit) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        namespace Shop.Area{{type % 20}};

        /// <summary>An order.</summary>
        public sealed class Order{{type}}
        {
            [JsonPropertyName("id")] public int Id { get; set; }
            [JsonPropertyName("customer")] public string Customer { get; set; } = "";
            [JsonPropertyName("placed")] public DateTime Placed { get; set; }
            [JsonPropertyName("total")] public decimal Total { get; set; }
            [JsonPropertyName("lines{{edit}}")] public List<string> Lines { get; set; } = new();
            [JsonIgnore] public bool IsOpen { get; set; }
            [JsonPropertyOrder(-1)] public string Note { get; set; } = "";
        }

        [JsonSerializable(typeof(Order{{type}}))]
        public sealed partial class OrderContext{{type}} : JsonSerializerContext
        {
        }
        """;

    public static string Mapperly(int type, int edit) => $$"""
        using System;
        using Riok.Mapperly.Abstractions;

        namespace Shop.Area{{type % 20}};

        /// <summary>An order.</summary>
        public sealed class Order{{type}}
        {
            public int Id { get; set; }
            public string Customer { get; set; } = "";
            public DateTime Placed { get; set; }
            public decimal Total { get; set; }
            public string Note{{edit}} { get; set; } = "";
        }

        public sealed class OrderDto{{type}}
        {
            public int Id { get; set; }
            public string Customer { get; set; } = "";
            public DateTime Placed { get; set; }
            public decimal Total { get; set; }
            public string Note{{edit}} { get; set; } = "";
        }

        [Mapper]
        public static partial class OrderMapper{{type}}
        {
            public static partial OrderDto{{type}} Map(Order{{type}} order);
        }
        """;

    public static string Mvvm(int type, int edit) => $$"""
        using System;
        using CommunityToolkit.Mvvm.ComponentModel;
        using CommunityToolkit.Mvvm.Input;

        namespace Shop.Area{{type % 20}};

        /// <summary>An order on the screen.</summary>
        public sealed partial class OrderViewModel{{type}} : ObservableObject
        {
            [ObservableProperty] private int _id;
            [ObservableProperty] private string _customer = "";
            [ObservableProperty] private DateTime _placed;
            [ObservableProperty] private decimal _total;
            [ObservableProperty] private string _note{{edit}} = "";
            [ObservableProperty, NotifyCanExecuteChangedFor(nameof(SaveCommand))] private bool _isOpen;

            [RelayCommand(CanExecute = nameof(IsOpen))]
            private void Save() => IsOpen = false;
        }
        """;
}
