namespace Holdfast.Benchmarks.Workloads;

/// <summary>Names of those who are compared.</summary>
internal static class Contender
{
    public const string Holdfast = "Holdfast";
    public const string Floor = "floor: one line a type";
    public const string TextFloor = "floor: as many bytes a type";
    public const string Json = "System.Text.Json";
    public const string Mapperly = "Mapperly";
    public const string Mvvm = "MVVM Toolkit";
    public const string Idle = "an analyzer that does nothing";
    public const string Compiler = "compiler alone";
    public const string Client = "KubernetesClient";
    public const string Parse = "YamlDotNet's parser";
}
