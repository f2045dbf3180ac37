using Holdfast.Tool.Commands;
using Holdfast.Tool.Hosting;

using var host = ToolHost.OfProcess();
return HoldfastCommand.Run(args, host);
