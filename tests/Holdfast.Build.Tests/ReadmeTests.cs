namespace Holdfast.Build.Tests;

public class ReadmeTests
{
    [Fact]
    public void WithoutNeeds_ItSaysWhatThereIsAndHowToApplyIt() => Assert.Equal(
        """
        # Kubernetes objects of Shop

        Holdfast wrote this folder, and the next build overwrites changes.

        | File | Declared by |
        |---|---|
        | kafka.yaml | `Shop.Kafka` |
        | zk.yaml | `Shop.Zk` |

        ## Apply

        ```sh
        kubectl apply -k .
        ```

        """.ReplaceLineEndings("\n"),
        Readme.Text("Shop", [Manifest("Zk", "zk.yaml"), Manifest("Kafka", "kafka.yaml")], []));

    [Fact]
    public void Needs_AreATableAndCommandsWithoutValues()
    {
        var text = Readme.Text("Shop", [Manifest("Zk", "zk.yaml")], Prerequisites.Of(
        [
            Assembly(
                """
                needs	Secret	db	shop	required	password,user
                needs	Secret	cert	shop	required	tls.crt,tls.key
                needs	Secret	pull		required	.dockerconfigjson
                needs	Secret	any		optional	
                needs	ConfigMap	it's	shop	required	a b
                """,
                """
                needs	Namespace	shop		required	
                needs	StorageClass	fast		required	
                needs	Secret	db	shop	required	host
                later	what	ever
                """),
        ]));

        Assert.Contains(
            """
            | Kind | Name | Namespace | Keys |
            |---|---|---|---|
            | ConfigMap | `it's` | `shop` | `a b` |
            | Namespace | `shop` |  |  |
            | Secret | `any` (optional) |  |  |
            | Secret | `pull` |  | `.dockerconfigjson` |
            | Secret | `cert` | `shop` | `tls.crt`, `tls.key` |
            | Secret | `db` | `shop` | `host`, `password`, `user` |
            | StorageClass | `fast` |  |  |

            What is missing can be made so, with values in place of `<…>`:

            ```sh
            kubectl create namespace shop
            kubectl create configmap 'it'\''s' --namespace=shop --from-literal='a b=<value>'
            kubectl create secret generic any --from-literal='<key>=<value>'
            kubectl create secret docker-registry pull --docker-server='<registry>' --docker-username='<user>' --docker-password='<password>'
            kubectl create secret tls cert --namespace=shop --cert='<file>' --key='<file>'
            kubectl create secret generic db --namespace=shop --from-literal='host=<value>' --from-literal='password=<value>' --from-literal='user=<value>'
            ```
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANamespaceOfTheFolder_IsAppliedBeforeWhatGoesThere() => Assert.Contains(
        "```sh\nkubectl apply -f shop.namespace.yaml\nkubectl create serviceaccount worker --namespace=shop\n```",
        Readme.Text("Shop", [Manifest("Zk", "zk.yaml"), Manifest("Zk", "shop.namespace.yaml") with { Rank = 0 }], Prerequisites.Of([Assembly("needs	ServiceAccount	worker	shop	required	")])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("makes	Secret	db	shop", true)]
    [InlineData("makes	Secret	db	", true)]
    [InlineData("makes	Secret	db	other", false)]
    [InlineData("makes	ConfigMap	db	shop", false)]
    public void WhatAnotherAssemblyMakes_IsNotNeeded(string made, bool isMet) =>
        Assert.Equal(isMet, Prerequisites.Of([Assembly("needs	Secret	db	shop	required	"), Assembly(made)]).Count == 0);

    [Theory]
    [InlineData("data-zk-0", true)]
    [InlineData("data-zk-", false)]
    [InlineData("data-zk-x", false)]
    public void ClaimsOfASet_AreMadeForEachOrdinal(string claim, bool isMet) =>
        Assert.Equal(isMet, Prerequisites.Of([Assembly($"needs	PersistentVolumeClaim	{claim}		required	"), Assembly("claim	data-zk-*")]).Count == 0);

    [Theory]
    [InlineData("claim	data-zk-*	shop", true)]
    [InlineData("claim	data-zk-*	other", false)]
    [InlineData("makes	PersistentVolumeClaim	data-zk-*	shop", true)]
    public void ClaimsOfASet_AreMadeInItsNamespace(string made, bool isMet) =>
        Assert.Equal(isMet, Prerequisites.Of([Assembly("needs	PersistentVolumeClaim	data-zk-0	shop	required	"), Assembly(made)]).Count == 0);

    private static AssemblyManifests Assembly(params string[] texts) => new("Shop", []) { Prerequisites = [.. texts.Select(t => t.ReplaceLineEndings("\n"))] };

    private static Manifest Manifest(string type, string file) => new(file, "", "Shop." + type, "Shop");
}
