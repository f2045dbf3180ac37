using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.Cluster;
using Holdfast;
using Holdfast.Samples.AkkaCluster;

switch (args)
{
    case ["member"]:
        using (ActorSystem system = Node.Start(PodIdentity.Current<Workers>()))
        {
            // The kubelet asks with SIGTERM: the node leaves the cluster before it ends, so that the others need not miss it.
            using PosixSignalRegistration asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
            });
            await system.WhenTerminated;
        }

        return 0;
    case []:
        return await Demonstration.RunAsync(Console.Out);
    default:
        Console.Error.WriteLine("Without an argument: three nodes on this machine. With \"member\": one of them.");
        return 2;
}
