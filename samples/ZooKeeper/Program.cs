using Holdfast;

// All names come from the generated members: the manifests have the very same ones.
Console.WriteLine("Pods:");
foreach (Pod pod in ZooKeeper.Pods)
{
    Console.WriteLine($"  {pod.Name}");
    Console.WriteLine($"    host     {pod.HostName}");
    Console.WriteLine($"    clients  {ZooKeeper.Client.On(pod).Host}:{ZooKeeper.Client.On(pod).Port}");
    Console.WriteLine($"    claims   {ZooKeeper.Data.ClaimName(pod)}, {ZooKeeper.DataLog.ClaimName(pod)}");
}

Console.WriteLine();
Console.WriteLine("SRV names:");
foreach (ServicePort port in new[] { ZooKeeper.Client, ZooKeeper.Peer, ZooKeeper.Election })
{
    Console.WriteLine($"  {port.SrvName}");
}

Console.WriteLine();
Console.WriteLine("In the namespace 'shop':");
Console.WriteLine($"  {ZooKeeper.Pods.In("shop").First.HostName}");
Console.WriteLine($"  {ZooKeeper.Client.In("shop").SrvName}");
Console.WriteLine($"  {ZooKeeper.Clients.In("shop").HostName}");

Console.WriteLine();
Console.WriteLine("Peers, as the manifest sets them:");
Console.WriteLine($"  {ZooKeeper.Servers}");

Console.WriteLine();
Console.WriteLine("3 -> 5 -> 1:");
Console.WriteLine(ScalePlan.Between<ZooKeeper>(3, 5).Then(1));
