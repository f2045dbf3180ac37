namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What pods want of the system that they run on.</summary>
public class ManifestSystemTests
{
    [Theory]
    [InlineData("os: {name: windows} | securityContext: {fsGroup: {|HF6007:1|}}")]
    [InlineData("os: {name: windows} | securityContext: {{|HF6007:seccompProfile|}: {type: RuntimeDefault}}")]
    [InlineData("os: {name: windows} | hostPID: {|HF6007:true|}")]
    [InlineData("os: {name: windows} | initContainers: [{name: i, image: 'i:1', securityContext: {runAsUser: {|HF6007:1|}}}]")]
    [InlineData("os: {name: windows} | initContainers: [{name: i, image: 'i:1', securityContext: {{|HF6007:capabilities|}: {drop: [ALL]}}}]")]
    [InlineData("os: {name: linux} | securityContext: {{|HF6007:windowsOptions|}: {runAsUserName: ContainerUser}}")]
    [InlineData("os: {name: windows} | hostPID: false | securityContext: {runAsNonRoot: true, windowsOptions: {runAsUserName: ContainerUser}}")]
    [InlineData("os: {name: linux} | securityContext: {fsGroup: 1, windowsOptions: null}")]
    [InlineData("securityContext: {fsGroup: 1, windowsOptions: {runAsUserName: ContainerUser}}")]
    public Task OperatingSystems(string fields) => ManifestCheck.PodsAsync(Lines(fields));

    [Theory]
    [InlineData("hostNetwork: true | securityContext: {sysctls: [{name: {|HF6007:net.core.somaxconn|}, value: '1'}]}")]
    [InlineData("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}, {name: {|HF2015:net.core.somaxconn|}, value: '2'}]}")]
    [InlineData("hostNetwork: true | securityContext: {sysctls: [{name: kernel.shm_rmid_forced, value: '1'}]}")]
    [InlineData("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}")]
    public Task KernelParameters(string fields) => ManifestCheck.PodsAsync(Lines(fields));

    [Theory]
    [InlineData("initContainers: [{name: i, image: 'i:1', securityContext: {procMount: {|HF6007:Unmasked|}}}]")]
    [InlineData("hostUsers: false | initContainers: [{name: i, image: 'i:1', securityContext: {procMount: Unmasked}}]")]
    [InlineData("securityContext: {seccompProfile: {type: {|HF6007:Localhost|}, localhostProfile: ''}}")]
    [InlineData("securityContext: {seccompProfile: {type: Localhost, localhostProfile: profiles/a.json}}")]
    public Task Profiles(string fields) => ManifestCheck.PodsAsync(Lines(fields));

    [Fact]
    public async Task SearchDomainsAreShortTogether()
    {
        string Domains(int count) => string.Join(", ", Enumerable.Range(1000, count).Select(static number => new string('a', 60) + number));
        await ManifestCheck.PodsAsync($"dnsConfig: {{{{|HF6007:searches|}}: [{Domains(32)}]}}");
        await ManifestCheck.PodsAsync($"dnsConfig: {{searches: [{Domains(31)}]}}");
    }

    [Theory]
    [InlineData("resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: {|HF2015:cpu|}, restartPolicy: RestartContainer}]")]
    [InlineData("ports: [{containerPort: 81}, {containerPort: {|HF2015:81|}, protocol: TCP}]")]
    [InlineData("ports: [{containerPort: 81}, {containerPort: 81, protocol: UDP}]")]
    public Task TwoOfAKind(string fields) => ManifestCheck.PodsAsync($"initContainers: [{{name: i, image: 'i:1', restartPolicy: Always, {fields}}}]");

    [Theory]
    [InlineData("{name: {|HF2015:http|}, containerPort: 81}")]
    [InlineData("{name: other, containerPort: {|HF2015:8080|}}")]
    [InlineData("{name: other, containerPort: 8080, protocol: UDP}")]
    [InlineData("{name: other, containerPort: 81}")]
    public async Task PortsOfTwoContainers(string port)
    {
        await ManifestCheck.PodsAsync($"initContainers: [{{name: side, image: 'side:1', restartPolicy: Always, ports: [{port}]}}]");

        // One that has ended when the others start is not in the way.
        await ManifestCheck.PodsAsync($"initContainers: [{{name: first, image: 'first:1', ports: [{port.Replace("{|HF2015:", string.Empty, StringComparison.Ordinal).Replace("|}", string.Empty, StringComparison.Ordinal)}]}}]");
    }

    [Theory]
    [InlineData("{|HF5019:schedulingGates|}: [{name: {|HF2017:a b|}}]")]
    [InlineData("{|HF5019:schedulingGates|}: [{name: a}, {name: {|HF2015:a|}}]")]
    [InlineData("{|HF5019:schedulingGates|}: [{name: example.com/a}, {name: a}]")]
    public Task SchedulingGates(string fields) => ManifestCheck.PodsAsync(fields);

    private static string Lines(string fields) => fields.Replace(" | ", "\n      ", StringComparison.Ordinal);
}
