namespace Holdfast.Benchmarks.Sources;

/// <summary>A thousand hand-written manifests, each with a StatefulSet and its Service, ten to a folder; about 5 MB.</summary>
internal static class ManifestSources
{
    public const int Count = 1000;

    private const int FilesInFolder = 10;

    public static string PathOf(int file) => $"/src/k8s/area-{file / FilesInFolder}/orders-{file}.yaml";

    /// <param name="file">Which of the files.</param>
    /// <param name="edit">A number in it that an edit changes.</param>
    public static string Text(int file, int edit = 0) => $$"""
        # What takes orders in area {{file / FilesInFolder}}.
        apiVersion: v1
        kind: Service
        metadata:
          name: orders-{{file}}
          namespace: shop
          labels:
            app.kubernetes.io/name: orders-{{file}}
            app.kubernetes.io/component: store
            app.kubernetes.io/part-of: shop
            app.kubernetes.io/managed-by: kustomize
          annotations:
            prometheus.io/scrape: "true"
            prometheus.io/port: "9090"
            example.org/owner: team-{{file % 37}}
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector:
            app.kubernetes.io/name: orders-{{file}}
          ports:
          - name: http
            port: 8080
            targetPort: http
          - name: peer
            port: 7000
            targetPort: peer
          - name: metrics
            port: 9090
            targetPort: metrics
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: orders-{{file}}
          namespace: shop
          labels:
            app.kubernetes.io/name: orders-{{file}}
            app.kubernetes.io/component: store
            app.kubernetes.io/part-of: shop
            app.kubernetes.io/managed-by: kustomize
        spec:
          replicas: 3
          serviceName: orders-{{file}}
          podManagementPolicy: Parallel
          revisionHistoryLimit: {{edit + 5}}
          updateStrategy:
            type: RollingUpdate
            rollingUpdate:
              partition: 0
          selector:
            matchLabels:
              app.kubernetes.io/name: orders-{{file}}
          template:
            metadata:
              labels:
                app.kubernetes.io/name: orders-{{file}}
                app.kubernetes.io/component: store
                app.kubernetes.io/part-of: shop
              annotations:
                example.org/config: 3f2c0d1a9b{{file}}
            spec:
              serviceAccountName: orders
              automountServiceAccountToken: false
              terminationGracePeriodSeconds: 60
              securityContext:
                runAsNonRoot: true
                runAsUser: 10001
                fsGroup: 10001
                fsGroupChangePolicy: OnRootMismatch
                seccompProfile: {type: RuntimeDefault}
              affinity:
                podAntiAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                  - weight: 100
                    podAffinityTerm:
                      topologyKey: kubernetes.io/hostname
                      labelSelector:
                        matchLabels:
                          app.kubernetes.io/name: orders-{{file}}
              initContainers:
              - name: prepare
                image: registry.example/tools:2.{{file}}
                command: ["/bin/sh", "-c"]
                args:
                - |
                  set -eu
                  ordinal="${HOSTNAME##*-}"
                  mkdir -p /data/store
                  echo "member $ordinal of orders-{{file}}" > /data/store/identity
                volumeMounts:
                - name: data
                  mountPath: /data
              containers:
              - name: orders
                image: registry.example/orders:1.4.{{file}}
                args: ["--data", "/data/store", "--listen", "0.0.0.0:8080", "--log=info"]
                ports:
                - name: http
                  containerPort: 8080
                - name: peer
                  containerPort: 7000
                - name: metrics
                  containerPort: 9090
                env:
                - name: POD_NAME
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
                - name: POD_NAMESPACE
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.namespace
                - name: PEERS
                  value: orders-{{file}}-0.orders-{{file}}:7000,orders-{{file}}-1.orders-{{file}}:7000,orders-{{file}}-2.orders-{{file}}:7000
                - name: LOG_LEVEL
                  value: info
                - name: PASSWORD
                  valueFrom:
                    secretKeyRef:
                      name: orders
                      key: password
                resources:
                  requests:
                    cpu: 500m
                    memory: 1Gi
                  limits:
                    memory: 1Gi
                securityContext:
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities:
                    drop: [ALL]
                startupProbe:
                  httpGet: {path: /started, port: http}
                  failureThreshold: 60
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                  periodSeconds: 5
                livenessProbe:
                  httpGet:
                    path: /alive
                    port: http
                  periodSeconds: 10
                  failureThreshold: 6
                lifecycle:
                  preStop:
                    exec:
                      command: [/bin/orders, leave, --timeout, 30s]
                volumeMounts:
                - name: data
                  mountPath: /data
                - name: config
                  mountPath: /etc/orders
                  readOnly: true
                - name: tmp
                  mountPath: /tmp
              volumes:
              - name: config
                configMap:
                  name: orders
                  optional: true
              - name: tmp
                emptyDir: {}
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: fast
              resources:
                requests:
                  storage: 10Gi
        """;
}
