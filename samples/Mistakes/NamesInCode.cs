using System;
using Holdfast;

namespace Holdfast.Samples.Mistakes;

// The set that the code below is about; nothing is wrong with it.
[StatefulApp("parcels", Replicas = 3)]
[Container("parcels:1.0")]
public sealed partial class Parcels : IOfTheShop
{
    [Port(8080)]
    public static partial ServicePort Http { get; }
}

// HF2004: A DNS name matches no pod and no Service.
public static class WrongService
{
    public static readonly string Address = "http://parcels-0.parcls:8080/";
}

// HF2005: A pod name is beyond the last replica.
public static class WrongOrdinal
{
    public static readonly string Address = "parcels-3.parcels";
}

// HF2006: A list of peers does not match the replicas.
public static class WrongPeers
{
    public static readonly string Peers = "parcels-0.parcels,parcels-1.parcels";
}

// HF2007: A pod's DNS name lacks its Service.
public static class NoService
{
    public static readonly string Address = "http://parcels-0:8080/";
}

// HF2008: The cluster's DNS domain is hard-coded.
public static class FixedZone
{
    public static readonly string Address = "parcels-0.parcels.shop.svc.cluster.local";
}

// HF2009: An ordinal is parsed from the host name by hand.
public static class CutOrdinal
{
    public static int Ordinal => int.Parse(Environment.MachineName.Split('-')[1]);
}

// HF2013: An environment variable is read that the manifest does not set.
[StatefulApp("palettes")]
[Container("palettes:1.0")]
public sealed partial class Palettes : IOfTheShop
{
    public static string? Ip => Environment.GetEnvironmentVariable("POD_IP");
}

// HF2014: A pod's address is looked up once.
public static class KeptAddresses
{
    public static readonly object Addresses = System.Net.Dns.GetHostAddresses("parcels-0.parcels");
}

// HF2021: A pod is compared with the process's own by its DNS name.
public static class ComparedPods
{
    public static bool IsFirst(PodIdentity self) => self.Pod == Parcels.Pods.First;
}

// HF2023: A host name has a port that nothing listens on.
[StatefulApp("palaces")]
[Container("palaces:1.0")]
public sealed partial class Palaces : IOfTheShop
{
    public static readonly string Address = "http://palaces-front.shop.svc:8080/";

    [Port(8080, ServicePort = 80)]
    public static partial ServicePort Http { get; }

    [ClientService]
    public static partial Service Front { get; }
}
