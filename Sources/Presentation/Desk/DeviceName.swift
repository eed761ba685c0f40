import Wording

/// What a browser calls itself, in a few words: `Firefox, Linux`. A guess for people, nothing depends on it.
struct DeviceName {
    /// The browser's name; nil where it is none that is known.
    let browser: String?
    /// The system's name; nil where it is none that is known.
    let system: String?

    /// - Parameter agent: the `User-Agent` header, which can hold anything.
    init(agent: String) {
        let bytes = agent.utf8.prefix(512)
        // In this order: each names those after it, too.
        let browsers = [
            ("Firefox/", "Firefox"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"),
            ("CriOS/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"), ("git/", "git"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"), ("Linux", "Linux"), ("BSD", "BSD"),
        ]
        browser = browsers.first { Self.holds(bytes, $0.0) }?.1
        system = systems.first { Self.holds(bytes, $0.0) }?.1
    }

    /// The words for it.
    func text(_ words: Phrasebook) -> String {
        let known = [browser, system].compactMap { $0 }
        return known.isEmpty ? words.text("sessions.unknownDevice") : known.joined(separator: ", ")
    }

    private static func holds(_ bytes: Substring.UTF8View, _ name: String) -> Bool {
        let name = Array(name.utf8)
        guard bytes.count >= name.count else { return false }
        return bytes.indices.contains { bytes[$0...].starts(with: name) }
    }
}
