package import Markup

/// The facts of a page as linked data (JSON-LD 1.1) in the words of schema.org.
extension PageFacts {
    /// An `Article`, and the way to it where addresses are known. It stands in a `script` element as data, which no browser runs:
    /// every sign that could end the element is escaped.
    package var linkedData: SafeHTML { SafeHTML(trusted: String(decoding: linkedBytes, as: UTF8.self)) }

    private var linkedBytes: [UInt8] {
        var graph = JSONObjectWriter()
        graph.add("@context", "https://schema.org")
        graph.add("@graph", objects: crumbs.isEmpty ? [article] : [article, way])
        return graph.bytes
    }

    private var article: JSONObjectWriter {
        var article = Self.object("Article")
        article.add("headline", title)
        article.add("description", description)
        article.add("url", address)
        article.add("mainEntityOfPage", address)
        article.add("image", picture)
        article.add("inLanguage", language)
        article.add("datePublished", first.map { CivilDate(seconds: $0).iso })
        article.add("dateModified", last.map { CivilDate(seconds: $0).iso })
        if !contributors.isEmpty { article.add("author", objects: contributors.map(Self.person)) }
        addLicense(to: &article)
        article.add("isPartOf", site)
        return article
    }

    private var site: JSONObjectWriter {
        var site = Self.object("WebSite")
        site.add("name", siteName)
        site.add("url", siteAddress)
        return site
    }

    private var way: JSONObjectWriter {
        var way = Self.object("BreadcrumbList")
        way.add(
            "itemListElement",
            objects: crumbs.indices.map { index in
                var item = Self.object("ListItem")
                item.add("position", index + 1)
                item.add("name", crumbs[index].name)
                item.add("item", crumbs[index].address)
                return item
            })
        return way
    }

    /// An address says by itself what it is; a name is that of a work.
    private func addLicense(to article: inout JSONObjectWriter) {
        guard let license else { return }
        if license.hasPrefix("https://") || license.hasPrefix("http://") { return article.add("license", license) }
        var work = Self.object("CreativeWork")
        work.add("name", license)
        article.add("license", work)
    }

    private static func person(_ contributor: Contributor) -> JSONObjectWriter {
        var person = object("Person")
        person.add("name", contributor.name)
        person.add("url", contributor.address)
        return person
    }

    private static func object(_ type: String) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        object.add("@type", type)
        return object
    }
}
