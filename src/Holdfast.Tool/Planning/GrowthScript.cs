using System.Text;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>
/// The script that grows the claims of a set: each claim first, and then the set, which is deleted without its pods and applied again. The
/// API has no such operation. Each step looks first whether it is done already, so the script goes on where it stopped.
/// </summary>
internal static class GrowthScript
{
    private const string Body = """

        # Later arguments replace the manifests: bash grow.sh -f other.yaml
        [ $# -gt 0 ] && manifests=("$@")
        [ ${#manifests[@]} -gt 0 ] || { echo "stopped: name the manifests, such as -k deploy" >&2; exit 1; }
        timeout="${TIMEOUT:-600}"
        interval="${INTERVAL:-5}"

        say() { printf '%s\n' "$*"; }
        fail() { printf 'stopped: %s\n' "$*" >&2; exit 1; }
        k() { kubectl ${namespace:+--namespace "$namespace"} "$@"; }

        # A quantity in bytes.
        bytes() {
          local number="${1%%[!0-9]*}"
          local unit="${1#"$number"}"
          number="${number:-0}"
          case "$unit" in
            '') printf '%s\n' "$number" ;;
            k) printf '%s\n' "$((number * 1000))" ;;
            M) printf '%s\n' "$((number * 1000000))" ;;
            G) printf '%s\n' "$((number * 1000000000))" ;;
            T) printf '%s\n' "$((number * 1000000000000))" ;;
            P) printf '%s\n' "$((number * 1000000000000000))" ;;
            Ki) printf '%s\n' "$((number << 10))" ;;
            Mi) printf '%s\n' "$((number << 20))" ;;
            Gi) printf '%s\n' "$((number << 30))" ;;
            Ti) printf '%s\n' "$((number << 40))" ;;
            Pi) printf '%s\n' "$((number << 50))" ;;
            *) fail "the size '$1' is not a whole number of bytes" ;;
          esac
        }

        # The claims of a template, those of earlier replicas included, the lowest ordinal first.
        claims_of() {
          k get persistentvolumeclaims -o jsonpath='{range .items[*]}{.metadata.name}{"\n"}{end}' \
            | sed -n "s/^$1-$set_name-\([0-9][0-9]*\)\$/\1/p" | sort -n | sed "s/^/$1-$set_name-/"
        }

        field() { k get persistentvolumeclaim "$1" -o jsonpath="$2"; }

        set_field() { k get statefulset "$set_name" --ignore-not-found -o jsonpath="$1"; }

        # 1. Nothing is changed before all claims can grow.
        command -v kubectl > /dev/null || fail "kubectl is not installed"
        for entry in "${templates[@]}"; do
          template="${entry%%=*}"
          size="$(bytes "${entry#*=}")"
          claims="$(claims_of "$template")"
          [ -n "$claims" ] || say "There is no claim of the template $template yet."
          for claim in $claims; do
            requested="$(field "$claim" '{.spec.resources.requests.storage}')"
            requested="$(bytes "$requested")"
            if [ "$requested" -ge "$size" ]; then continue; fi
            phase="$(field "$claim" '{.status.phase}')"
            [ "$phase" = Bound ] || fail "$claim is $phase, and only a claim that is Bound can grow"
            class="$(field "$claim" '{.spec.storageClassName}')"
            [ -n "$class" ] || fail "$claim has no StorageClass, so it cannot grow"
            expands="$(kubectl get storageclass "$class" -o jsonpath='{.allowVolumeExpansion}')"
            [ "$expands" = true ] || fail "the StorageClass $class of $claim does not allow expansion (allowVolumeExpansion), so its size cannot change (403 Forbidden)"
          done
        done

        # 2. Each claim grows, one after the other.
        for entry in "${templates[@]}"; do
          template="${entry%%=*}"
          asked="${entry#*=}"
          size="$(bytes "$asked")"
          for claim in $(claims_of "$template"); do
            requested="$(field "$claim" '{.spec.resources.requests.storage}')"
            requested="$(bytes "$requested")"
            if [ "$requested" -ge "$size" ]; then
              say "$claim requests $asked or more already."
            else
              k patch persistentvolumeclaim "$claim" --type merge -p "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"$asked\"}}}}"
            fi
            waited=0
            while :; do
              capacity="$(field "$claim" '{.status.capacity.storage}')"
              capacity="$(bytes "$capacity")"
              if [ "$capacity" -ge "$size" ]; then break; fi
              pending="$(field "$claim" '{.status.conditions[?(@.type=="FileSystemResizePending")].status}')"
              if [ "$pending" = True ]; then
                say "$claim: the volume has grown; its file system grows when a pod mounts it again: kubectl delete pod ${claim#"$template-"}"
                break
              fi
              progress="$(field "$claim" '{.status.allocatedResourceStatuses.storage}')"
              case "$progress" in *Infeasible) fail "$claim cannot grow ($progress); kubectl describe persistentvolumeclaim $claim says why" ;; esac
              [ "$waited" -lt "$timeout" ] || fail "$claim has not grown within $timeout s; run the script again to go on"
              sleep "$interval"
              waited=$((waited + interval))
            done
          done
        done

        # 3. The set goes, and its pods and claims stay.
        exists="$(set_field '{.metadata.name}')"
        outdated=no
        if [ -n "$exists" ]; then
          for entry in "${templates[@]}"; do
            has="$(set_field "{.spec.volumeClaimTemplates[?(@.metadata.name==\"${entry%%=*}\")].spec.resources.requests.storage}")"
            has="$(bytes "$has")"
            size="$(bytes "${entry#*=}")"
            if [ "$has" -ne "$size" ]; then outdated=yes; fi
          done
        fi
        if [ "$outdated" = yes ]; then
          if [ "$updates_all" = yes ]; then
            current="$(set_field '{.status.currentRevision}')"
            newest="$(set_field '{.status.updateRevision}')"
            [ "$current" = "$newest" ] || fail "an update of the set is under way; wait for it: kubectl rollout status statefulset $set_name"
          fi
          kubectl apply --dry-run=client "${manifests[@]}" > /dev/null || fail "the manifests cannot be applied, so the set stays"
          k delete statefulset "$set_name" --cascade=orphan --wait
        fi

        # 4. The set comes back under its name and takes over its pods and claims.
        if [ "$outdated" = yes ] || [ -z "$exists" ]; then
          kubectl apply "${manifests[@]}"
        else
          say "The set asks for the new sizes already."
        fi

        """;

    /// <summary>The script for a set whose claim templates grow.</summary>
    /// <param name="outcome">The set.</param>
    /// <param name="manifests">What kubectl applies; null where the user names it.</param>
    public static string Of(SetOutcome outcome, (string Option, string Path)? manifests)
    {
        ObjectChange set = outcome.Change;
        var text = new StringBuilder("#!/usr/bin/env bash\n");
        string sizes = string.Join(", ", outcome.Growth.Select(static growth => $"{growth.Template} from {growth.Before} to {growth.After}"));
        text.Append($"# Grows the claims of the StatefulSet {set.Name}: {sizes}.\n");
        text.Append("# Run it again after a stop: each step looks first whether it is done.\n");
        text.Append("# No operator or GitOps tool may create the set while the script runs.\n");
        text.Append("set -euo pipefail\n\n");
        text.Append($"set_name={Quote(set.Name)}\n");
        text.Append($"namespace={Quote(set.Namespace ?? string.Empty)}\n");
        text.Append("templates=(").AppendJoin(' ', outcome.Growth.Select(static growth => Quote($"{growth.Template}={growth.After}"))).Append(")\n");
        text.Append(manifests is { } known ? $"manifests=({known.Option} {Quote(known.Path)})\n" : "manifests=()\n");

        // Where an update stops at a partition, or waits for deletions by hand, the revisions stay different.
        bool updatesAll = outcome.Plan?.Changes[^1].Before is { UpdateStrategy: UpdateStrategy.RollingUpdate, UpdatePartition: 0 };
        text.Append($"updates_all={(updatesAll ? "yes" : "no")}\n");
        return text.Append(Body).ToString();
    }

    /// <summary>A word that the shell takes as it is.</summary>
    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
