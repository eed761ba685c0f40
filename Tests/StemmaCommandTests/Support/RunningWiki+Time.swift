import Testing

/// Time that has gone by, for what ends after days.
extension RunningWiki {
    /// Moves everything that the accounts' database knows of times into the past.
    func letDaysPass(_ days: Int) throws {
        let moved = try ChildProcess("/usr/bin/python3", ["-c", Self.script, "\(folder)/community.sqlite", "\(days * 86_400)"]).wait()
        try #require(moved.code == 0, "\(moved.errors)")
    }

    private static let script = """
        import sqlite3, sys

        times = {
            "invitation": ["created", "expires"], "token": ["created", "expires"], "link": ["created", "expires"],
            "session": ["created", "last_seen"], "audit": ["time"], "push": ["time"],
        }
        database = sqlite3.connect(sys.argv[1], timeout=20)
        with database:
            for table, columns in times.items():
                for column in columns:
                    database.execute(f"UPDATE {table} SET {column} = {column} - ?", (int(sys.argv[2]),))
        database.close()
        """
}
