using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Templates of Helm's are read without rendering: what is known of them is judged, and what may be there is not missed.</summary>
public class HelmTests
{
    private const string Values = """
        replicaCount: 1
        image:
          repository: registry.example/orders
          tag: ""
        service:
          type: ClusterIP
          port: 80
        autoscaling:
          enabled: false
          minReplicas: 1
        """;

    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ include "orders.fullname" . }}
          labels:
            {{- include "orders.labels" . | nindent 4 }}
        spec:
          {{- if not .Values.autoscaling.enabled }}
          replicas: {{ .Values.replicaCount }}
          {{- end }}
          selector:
            matchLabels:
              {{- include "orders.selectorLabels" . | nindent 6 }}
          template:
            metadata:
              {{- with .Values.podAnnotations }}
              annotations:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              labels:
                {{- include "orders.labels" . | nindent 8 }}
            spec:
              {{- with .Values.imagePullSecrets }}
              imagePullSecrets:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              serviceAccountName: {{ include "orders.serviceAccountName" . }}
              containers:
                - name: {{ .Chart.Name }}
                  {{- with .Values.securityContext }}
                  securityContext:
                    {{- toYaml . | nindent 12 }}
                  {{- end }}
                  image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                  imagePullPolicy: {{ .Values.image.pullPolicy }}
                  ports:
                    - name: http
                      containerPort: {{ .Values.service.port }}
                      protocol: TCP
                  {{- with .Values.livenessProbe }}
                  livenessProbe:
                    {{- toYaml . | nindent 12 }}
                  {{- end }}
                  resources:
                    {{- toYaml .Values.resources | nindent 12 }}
                  {{- with .Values.volumeMounts }}
                  volumeMounts:
                    {{- toYaml . | nindent 12 }}
                  {{- end }}
              {{- with .Values.volumes }}
              volumes:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              {{- with .Values.tolerations }}
              tolerations:
                {{- toYaml . | nindent 8 }}
              {{- end }}
        """;

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata:
          name: {{ include "orders.fullname" . }}
          labels:
            {{- include "orders.labels" . | nindent 4 }}
        spec:
          type: {{ .Values.service.type }}
          ports:
            - port: {{ .Values.service.port }}
              targetPort: http
              protocol: TCP
              name: http
          selector:
            {{- include "orders.selectorLabels" . | nindent 4 }}
        """;

    private const string Ingress = """
        {{- if .Values.ingress.enabled -}}
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: {{ include "orders.fullname" . }}
          {{- with .Values.ingress.annotations }}
          annotations:
            {{- toYaml . | nindent 4 }}
          {{- end }}
        spec:
          {{- with .Values.ingress.className }}
          ingressClassName: {{ . }}
          {{- end }}
          {{- if .Values.ingress.tls }}
          tls:
            {{- range .Values.ingress.tls }}
            - hosts:
                {{- range .hosts }}
                - {{ . | quote }}
                {{- end }}
              secretName: {{ .secretName }}
            {{- end }}
          {{- end }}
          rules:
            {{- range .Values.ingress.hosts }}
            - host: {{ .host | quote }}
              http:
                paths:
                  {{- range .paths }}
                  - path: {{ .path }}
                    {{- with .pathType }}
                    pathType: {{ . }}
                    {{- end }}
                    backend:
                      service:
                        name: {{ include "orders.fullname" $ }}
                        port:
                          number: {{ $.Values.service.port }}
                  {{- end }}
            {{- end }}
        {{- end }}
        """;

    private static ManifestRun Chart(params (string Name, string Template)[] templates)
    {
        ManifestRun run = new ManifestRun()
            .File("k8s/orders/Chart.yaml", "apiVersion: v2\nname: orders\nversion: 0.1.0\n")
            .File("k8s/orders/values.yaml", Values);
        foreach ((string name, string template) in templates)
        {
            run.File("k8s/orders/templates/" + name, template);
        }

        return run;
    }

    /// <summary>A set with its Service, as charts write them by hand.</summary>
    private static Task VerifySetAsync(Func<string, string> change) => Chart(("set.yaml", change($$$"""
        {{- if .Values.enabled }}
        {{{Manifest.Service("orders", "orders")}}}
        ---
        {{{Manifest.StatefulSet("orders")}}}
        {{- end }}
        """))).VerifyAsync();

    [Fact]
    public Task AChartOfHelmsOwnIsRight() => Chart(
        ("deployment.yaml", Deployment),
        ("service.yaml", Service),
        ("ingress.yaml", Ingress),
        ("hpa.yaml", """
            {{- if .Values.autoscaling.enabled }}
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: {{ include "orders.fullname" . }}
            spec:
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: {{ include "orders.fullname" . }}
              minReplicas: {{ .Values.autoscaling.minReplicas }}
              maxReplicas: {{ .Values.autoscaling.maxReplicas }}
              metrics:
                {{- if .Values.autoscaling.targetCPUUtilizationPercentage }}
                - type: Resource
                  resource:
                    name: cpu
                    target:
                      type: Utilization
                      averageUtilization: {{ .Values.autoscaling.targetCPUUtilizationPercentage }}
                {{- end }}
            {{- end }}
            """),
        ("tests/test-connection.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: "{{ include "orders.fullname" . }}-test-connection"
              annotations:
                "helm.sh/hook": test
            spec:
              containers:
                - name: wget
                  image: busybox:1.36
                  command: ['wget']
                  args: ['{{ include "orders.fullname" . }}:{{ .Values.service.port }}']
              restartPolicy: Never
            """)).VerifyAsync();

    [Fact]
    public async Task WhatIsKnownIsJudgedAtItsPlace()
    {
        await Chart(("deployment.yaml", Deployment.Replace("      imagePullPolicy:", "      {|HF9009:imagePolicy|}:", StringComparison.Ordinal))).VerifyAsync();
        await Chart(("deployment.yaml", Deployment.Replace("protocol: TCP", "protocol: {|HF6008:HTTP|}", StringComparison.Ordinal))).VerifyAsync();
        await Chart(("service.yaml", Service.Replace("protocol: TCP", "protocol: 6", StringComparison.Ordinal).Replace("protocol: 6", "protocol: {|HF9010:6|}", StringComparison.Ordinal))).VerifyAsync();
        await Chart(("ingress.yaml", Ingress.Replace("rules:", "{|HF9009:rule|}:", StringComparison.Ordinal))).VerifyAsync();
        await VerifySetAsync(static set => set);
        await VerifySetAsync(static set => set.Replace("containerPort: 8080", "containerPort: {|HF6005:80800|}", StringComparison.Ordinal));
        await VerifySetAsync(static set => set.Replace("    matchLabels:\n      app: orders", "    matchLabels:\n      app: order", StringComparison.Ordinal).Replace("labels:\n        app: orders", "labels:\n        app: {|HF1006:orders|}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{- if .Values.labels }}\n        tier: front\n        {{- end }}")]
    [InlineData("{{- with .Values.labels }}\n        {{- toYaml . | nindent 8 }}\n        {{- end }}")]
    [InlineData("{{ .Values.label }}: front")]
    [InlineData("{{- toYaml .Values.labels | nindent 8 }}")]
    [InlineData("{{- range $key, $value := .Values.labels }}\n        {{ $key }}: {{ $value | quote }}\n        {{- end }}")]
    [InlineData("{{ if .Values.tier }}tier: front{{ end }}")]
    public Task APartMayHaveWhatIsMissing(string part) => VerifySetAsync(set => set
        .Replace("    matchLabels:\n", "    matchLabels:\n      tier: front\n", StringComparison.Ordinal)
        .Replace("labels:\n        app: orders", "labels:\n        app: orders\n        " + part, StringComparison.Ordinal));

    [Fact]
    public Task WithoutSuchAPartItIsMissing() => VerifySetAsync(static set => set
        .Replace("    matchLabels:\n", "    matchLabels:\n      tier: {|HF1006:front|}\n", StringComparison.Ordinal)
        .Replace("labels:\n        app: orders", "labels:\n        app: orders\n        # {{ .Values.labels }}", StringComparison.Ordinal));

    [Theory]
    [InlineData("volumes:\n      - name: data\n        {{- if .Values.persistent }}\n        persistentVolumeClaim:\n          claimName: data\n        {{- else }}\n        emptyDir: {}\n        {{- end }}")]
    [InlineData("volumes:\n      {{- if .Values.persistent }}\n      - name: data\n        persistentVolumeClaim:\n          claimName: data\n      {{- else }}\n      - name: data\n        emptyDir: {}\n      {{- end }}")]
    [InlineData("hostNetwork: {{ if .Values.host }}true{{ else }}false{{ end }}")]
    [InlineData("hostNetwork:\n        {{- if .Values.host }}\n        true\n        {{- else }}\n        false\n        {{- end }}")]
    [InlineData("volumes:\n      {{- toYaml .Values.volumes | nindent 6 }}")]
    [InlineData("volumes:\n{{ toYaml .Values.volumes | indent 6 }}")]
    [InlineData("volumes: {{- toYaml .Values.volumes | nindent 6 }}")]
    [InlineData("volumes: {{- toYaml .Values.volumes | nindent 6 }}\n      - name: data\n        emptyDir: {}")]
    [InlineData("volumes:\n      - name: data\n        emptyDir: {}\n      {{- with .Values.more }}\n      {{- toYaml . | nindent 6 }}\n      {{- end }}")]
    [InlineData("{{- /* volumes: of what is\n         not here */}}\n      restartPolicy: Always")]
    [InlineData("restartPolicy: {{ .Values.restart | default \"Always\" }}")]
    [InlineData("{{ $a := \"}}\" }}\n      restartPolicy: {{ $a }}")]
    [InlineData("{{- template \"orders.pod\" . }}")]
    public Task PartsOfPodsAreNoMistakes(string part) =>
        VerifySetAsync(set => set.Replace("      containers:\n", "      " + part + "\n      containers:\n", StringComparison.Ordinal));

    [Fact]
    public Task OneOfTwoObjectsIsThere() => Chart(("service.yaml", $$$"""
        {{- if .Values.headless }}
        {{{Manifest.Service("orders", "orders")}}}
        {{- else }}
        {{{Manifest.Service("orders", "orders", clusterIp: "''")}}}
        {{- end }}
        ---
        {{{Manifest.StatefulSet("orders")}}}
        """)).VerifyAsync();

    private static string Deployed(string part) => part + "\n" + Manifest.StatefulSet("orders").Replace("kind: StatefulSet", "kind: Deployment", StringComparison.Ordinal)
        .Replace("  serviceName: orders\n", string.Empty, StringComparison.Ordinal)
        .Replace("matchLabels:\n      app: orders", "matchLabels:\n      app: {|HF1007:orders|}", StringComparison.Ordinal);

    [Fact]
    public Task OneOfTwoWorkloadsIsThere() => Chart(
        ("service.yaml", Manifest.Service("orders", "orders") + "# {{ .Chart.Name }}\n"),
        ("set.yaml", "{{- if .Values.stateful }}\n" + Manifest.StatefulSet("orders") + "{{- end }}\n"),
        ("deployment.yaml", (Deployed("{{- if not .Values.stateful }}") + "{{- end }}\n").Replace("{|HF1007:orders|}", "orders", StringComparison.Ordinal))).VerifyAsync();

    [Fact]
    public Task TwoWorkloadsThatAreBothThereAreCompared() => Chart(
        ("service.yaml", Manifest.Service("orders", "orders") + "# {{ .Chart.Name }}\n"),
        ("set.yaml", "# {{ .Chart.Name }}\n" + Manifest.StatefulSet("orders").Replace("matchLabels:\n      app: orders", "matchLabels:\n      app: {|HF1007:orders|}", StringComparison.Ordinal)),
        ("deployment.yaml", Deployed("# {{ .Chart.Name }}"))).VerifyAsync();

    [Fact]
    public Task AnObjectForSomeVersionsIsNotJudged() => Chart(
        ("old.yaml", "{{- if .Capabilities.APIVersions.Has \"policy/v1beta1\" }}\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  minAvailable: 1\n{{- end }}\n"),
        ("any.yaml", "{{- if .Values.budget }}\napiVersion: {|HF4007:policy/v1beta1|}\nkind: PodDisruptionBudget\nmetadata:\n  name: {{ .Release.Name }}-b\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels: {app: orders}\n{{- end }}\n")).VerifyAsync();

    [Theory]
    [InlineData("port: 80", null, "{{ .Values.service.port }}")]
    [InlineData("port: 80800", null, "{|HF6005:{{ .Values.service.port }}|}")]
    [InlineData("port: 80800", "port: 8080", "{{ .Values.service.port }}")]
    [InlineData("port: 80800", "port: 80800", "{|HF6005:{{ .Values.service.port }}|}")]
    [InlineData("port: 80800", "type: NodePort", "{|HF6005:{{ .Values.service.port }}|}")]
    [InlineData("port: 80800", null, "{{ .Values.service.port | int | add 1 }}")]
    [InlineData("port: ''", null, "{{ .Values.service.port }}")]
    [InlineData("port: null", null, "{{ .Values.service.port }}")]
    [InlineData("port: 80", null, "{|HF9010:{{ .Values.service.port | quote }}|}")]
    public Task AValueIsKnownWhereAllFilesOfValuesAgree(string own, string? other, string port)
    {
        ManifestRun run = Chart(("service.yaml", Service.Replace("- port: {{ .Values.service.port }}", "- port: " + port, StringComparison.Ordinal)))
            .File("k8s/orders/values.yaml", Values.Replace("port: 80", own, StringComparison.Ordinal));
        return (other is null ? run : run.File("k8s/orders/values-production.yaml", "service:\n  " + other + "\n")).VerifyAsync();
    }

    [Fact]
    public Task AnImageIsMadeOfItsParts() => Chart(("deployment.yaml", Deployment.Replace(
            "\"{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}\"",
            "{|HF6011:\"{{ .Values.image.repository }}:{{ .Values.image.version }}\"|}",
            StringComparison.Ordinal)))
        .File("k8s/orders/values.yaml", Values.Replace("tag: \"\"", "version: 1 0", StringComparison.Ordinal))
        .VerifyAsync();

    [Fact]
    public Task ABlockOfTextWithPartsIsNotKnown() => Chart(("config.yaml", """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          app.conf: |
            peers = orders-0.orders
        {{- if .Values.more }}
            {{ .Values.more }}
        {{- end }}
          {{- range $path, $_ := .Files.Glob "files/*" }}
          {{ base $path }}: |-
            {{- $.Files.Get $path | nindent 4 }}
          {{- end }}
        {|HF9009:datum|}: {}
        """)).VerifyAsync();

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\n{{- if }}\nspec: a\n")]
    [InlineData("apiVersion: v1\nkind: Service\n{{ .Values.x\n")]
    [InlineData("apiVersion: v1\nkind: Service\n{{ end }}\n")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: [ {{ .Values.x }}\n")]
    public Task WhatCannotBeReadIsLeftAlone(string template) => Chart(("broken.yaml", template)).VerifyAsync();

    [Fact]
    public Task NothingIsMissingInAChart() => Chart(("set.yaml", Manifest.StatefulSet("orders", serviceName: "{{ .Release.Name }}")), ("two.yaml", Manifest.StatefulSet("orderz", serviceName: "orders").Replace("replicas: 3", "replicas: {{ .Values.replicas }}", StringComparison.Ordinal))).VerifyAsync();

    [Fact]
    public Task AChartDoesNotHideWhatIsMissingElsewhere() => Chart(("service.yaml", Service))
        .File("shop/set.yaml", Manifest.StatefulSet("orders", serviceName: "{|HF1002:order|}") + "---\n" + Manifest.Service("orders", "orders"))
        .VerifyAsync();
}
