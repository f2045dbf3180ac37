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

// HF2004: A name in code leads to no pod.
public static class WrongService
{
    public static readonly string Address = "http://parcels-0.parcls:8080/";
}

// HF2005: A name in code is that of no member.
public static class WrongOrdinal
{
    public static readonly string Address = "parcels-3.parcels";
}

// HF2006: A list in code leaves a member out.
public static class WrongPeers
{
    public static readonly string Peers = "parcels-0.parcels,parcels-1.parcels";
}

// HF2007: A pod's name without its Service does not resolve.
public static class NoService
{
    public static readonly string Address = "http://parcels-0:8080/";
}

// HF2008: The cluster's zone is written out.
public static class FixedZone
{
    public static readonly string Address = "parcels-0.parcels.shop.svc.cluster.local";
}

// HF2009: The ordinal is cut out of the host name.
public static class CutOrdinal
{
    public static int Ordinal => int.Parse(Environment.MachineName.Split('-')[1]);
}

// HF2013: A variable is read that the manifest does not set.
[StatefulApp("palettes")]
[Container("palettes:1.0")]
public sealed partial class Palettes : IOfTheShop
{
    public static string? Ip => Environment.GetEnvironmentVariable("POD_IP");
}

// HF2014: Addresses are kept that change.
public static class KeptAddresses
{
    public static readonly object Addresses = System.Net.Dns.GetHostAddresses("parcels-0.parcels");
}

// HF2021: Pods are compared of which one knows the namespace.
public static class ComparedPods
{
    public static bool IsFirst(PodIdentity self) => self.Pod == Parcels.Pods.First;
}
