/// Files with their names and the functions that they call.
extension SearchLayout {
    func manifestFile(_ manifest: SearchManifest) -> ExportFile {
        ExportFile(path: self.manifest, bytes: manifest.script.bytes(function: "manifest", name: ""))
    }

    func shardFile(_ name: ShardName, _ script: SearchScript) -> ExportFile {
        ExportFile(path: shard(name.text), bytes: script.bytes(function: "shard", name: name.text))
    }

    func tableFile(_ number: Int, _ script: SearchScript) -> ExportFile {
        ExportFile(path: table(number), bytes: script.bytes(function: "table", name: String(number)))
    }

    func lengthsFile(_ number: Int, _ script: SearchScript) -> ExportFile {
        ExportFile(path: lengths(number), bytes: script.bytes(function: "lengths", name: String(number)))
    }
}
