import Git
import Presentation
import Synchronization
import WikiCore

/// Makes the units of a site, one after the other, on one thread.
struct UnitMaker {
    /// The files of a unit, and what the next run wants to know of it.
    struct Product {
        var files: [ExportFile] = []
        /// Files that are written already, or by another unit.
        var listed: [String] = []
        var note = ""
        /// Links that lead nowhere.
        var broken: [BrokenLink] = []
        /// A unit without files, which keeps for the next run what else it wants to know.
        var memo: (name: String, unit: SitePlan.Unit)?
    }

    let press: SitePress
    let plan: RunPlan

    private var content: SiteContent { plan.content }

    /// Makes one.
    func make(_ kind: RunPlan.Kind) throws -> Product {
        switch kind {
        case .page(let index): return try page(content.entries[index])
        case .history(let index): return try history(content.entries[index])
        case .differences(let index, let commits): return Product(files: try press.differences(content.entries[index], commits))
        case .folder(let folder): return Product(files: try press.folder(folder, plan))
        case .listing(let folder): return Product(files: try press.listing(folder, plan))
        case .file(let index):
            let file = content.files[index]
            return Product(files: try press.attachment(file.file, at: plan.site.file(at: file.path.bytes)))
        case .outside(let index):
            let file = content.outside[index]
            return Product(files: try press.attachment(file, at: plan.site.outside(file.file.bytes)))
        case .tag(let key): return Product(files: try press.tag(key, plan))
        case .person(let index):
            let person = content.people[index]
            return Product(files: try press.person(person, plan), note: PersonNote(person).text)
        case .people: return Product(files: try press.people(plan))
        case .recent(let part): return Product(files: try press.recent(part, plan))
        case .commits(let part): return Product(files: try press.commits(part, plan))
        case .stub(let file, let address): return Product(files: try press.stub(file, address, plan))
        case .assets: return Product(files: press.assets())
        case .search: return Product(listed: try SearchJob(press: press, plan: plan).make())
        case .searchPage: return Product(files: try press.searchPage())
        case .notFound: return Product(files: try press.notFound())
        case .colophon: return Product(files: try press.colophon(plan))
        case .catalogue: return machines([try press.machines(plan).catalogue])
        case .models: return machines([try press.machines(plan).models])
        case .notices: return machines(try press.machines(plan).notices + press.forwardings(plan))
        }
    }

    /// What authors put at the places of such files counts.
    private func machines(_ files: [ExportFile]) -> Product {
        Product(files: files.filter { !plan.ownFiles.contains(StaticNames.folded($0.path)) })
    }

    private func history(_ entry: SiteContent.Entry) throws -> Product {
        let (files, sources) = try press.history(entry, plan)
        var product = Product(files: files)
        product.memo = try sources.unit(plan, press.snapshot).map { (PageSources.unit(entry.page.id), $0) }
        return product
    }

    private func page(_ entry: SiteContent.Entry) throws -> Product {
        let (files, broken) = try press.page(entry)
        let note = PageNote(
            entry, file: plan.site.file(at: entry.address.bytes), aliases: plan.aliases[entry.page.id] ?? [])
        let text = SearchIndex.text(Int(entry.page.id), in: SearchJob.folder)
        return Product(files: files, listed: [text], note: note.text, broken: broken)
    }
}
